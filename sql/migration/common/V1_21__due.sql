-- Who is to be decided upon in the next run, because something changed that may tell who they are.
CREATE TABLE participant_due (
  participant_id BIGINT NOT NULL PRIMARY KEY,
  taken          BOOLEAN NOT NULL,
  CONSTRAINT participant_due_participant FOREIGN KEY (participant_id) REFERENCES participant (id)
);

-- Of which identifiers something changed on the CRM's side, so that it may be another one that tells no single person.
CREATE TABLE identifier_due (
  type       VARCHAR(16) ${bin} NOT NULL,
  value_text VARCHAR(330) ${bin} NOT NULL,
  taken      BOOLEAN NOT NULL,
  PRIMARY KEY (type, value_text)
);

-- What everybody was decided by: a hash of the rules. No row until everybody was.
CREATE TABLE decided_by (
  one_row TINYINT NOT NULL PRIMARY KEY,
  basis   VARCHAR(32) ${bin} NOT NULL,
  companies_changed BOOLEAN NOT NULL
);
