-- Identifiers that more than one person uses, or that name nobody. origin STEWARD goes before FILE, and FILE before FOUND.
-- since and until bound the time in which it is true, until excluded; NULL where it has no bound.
-- ended_at: the row counts no more, because a person or the data say so. A steward's ended row keeps it from being found again.
CREATE TABLE shared_identifier (
  type       VARCHAR(16) ${bin} NOT NULL,
  value_text VARCHAR(330) ${bin} NOT NULL,
  kind       VARCHAR(16) ${bin} NOT NULL,
  since      DATETIME(6),
  until      DATETIME(6),
  contact_id BIGINT,
  origin     VARCHAR(10) ${bin} NOT NULL,
  actor      VARCHAR(190) NOT NULL,
  reason     VARCHAR(255),
  decided_at DATETIME(6) NOT NULL,
  ended_at   DATETIME(6),
  PRIMARY KEY (type, value_text),
  CONSTRAINT shared_identifier_contact FOREIGN KEY (contact_id) REFERENCES crm_contact (id)
);

-- Values that may be two spellings of one: each value that a person may have, and the others under which a contact may carry it,
-- itself among them. For look-up only; a value that is in no row has no other spelling.
CREATE TABLE loose_identifier (
  type       VARCHAR(16) ${bin} NOT NULL,
  value_text VARCHAR(330) ${bin} NOT NULL,
  other      VARCHAR(330) ${bin} NOT NULL,
  PRIMARY KEY (type, value_text, other)
);
