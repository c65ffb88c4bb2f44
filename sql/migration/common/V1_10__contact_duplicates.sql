-- Two contacts that may be one, as `contacts dedupe` last found them. The smaller id comes first. outcome is MATCH or POSSIBLE_MATCH;
-- agreement says how far each field agrees.
CREATE TABLE contact_duplicate (
  first_id   BIGINT NOT NULL,
  second_id  BIGINT NOT NULL,
  outcome    VARCHAR(16) ${bin} NOT NULL,
  rule       VARCHAR(64) ${bin} NOT NULL,
  confidence DOUBLE NOT NULL,
  refused    VARCHAR(16) ${bin},
  agreement  VARCHAR(500) NOT NULL,
  found_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (first_id, second_id),
  CONSTRAINT contact_duplicate_first FOREIGN KEY (first_id) REFERENCES crm_contact (id),
  CONSTRAINT contact_duplicate_second FOREIGN KEY (second_id) REFERENCES crm_contact (id)
);
CREATE INDEX contact_duplicate_second_id ON contact_duplicate (second_id);
CREATE INDEX contact_duplicate_confidence ON contact_duplicate (outcome, confidence);
