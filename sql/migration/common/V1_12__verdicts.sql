-- What people said of cases. A verdict is never deleted: undone_at says that it was taken back. It keeps what it changed, so that
-- taking it back brings exactly that back. settles: whether it answered the case, so that it left the queue.
-- asserted_link: the link that it made. retracted_link: the one that it retracted, whose status was retracted_status.
CREATE TABLE verdict (
  id               BIGINT AUTO_INCREMENT PRIMARY KEY,
  case_id          BIGINT NOT NULL,
  answer           VARCHAR(20) ${bin} NOT NULL,
  contact_id       BIGINT,
  kind             VARCHAR(16) ${bin},
  comment_text     VARCHAR(1000),
  stamp            VARCHAR(16) ${bin} NOT NULL,
  settles          BOOLEAN NOT NULL,
  asserted_link    BIGINT,
  retracted_link   BIGINT,
  retracted_status VARCHAR(10) ${bin},
  actor            VARCHAR(190) NOT NULL,
  decided_at       DATETIME(6) NOT NULL,
  undone_by        VARCHAR(190),
  undone_at        DATETIME(6),
  CONSTRAINT verdict_case FOREIGN KEY (case_id) REFERENCES review_case (id),
  CONSTRAINT verdict_contact FOREIGN KEY (contact_id) REFERENCES crm_contact (id)
);
CREATE INDEX verdict_of_case ON verdict (case_id, undone_at);

-- The identifiers that a verdict says are shared, and their rows in shared_identifier as they were before: was_known is FALSE where
-- there was none. When a verdict is taken back whose row another one still needs, what was before passes on to that one.
CREATE TABLE verdict_identifier (
  verdict_id BIGINT NOT NULL,
  type       VARCHAR(16) ${bin} NOT NULL,
  value_text VARCHAR(330) ${bin} NOT NULL,
  was_known  BOOLEAN NOT NULL,
  kind       VARCHAR(16) ${bin},
  since      DATETIME(6),
  until      DATETIME(6),
  contact_id BIGINT,
  origin     VARCHAR(10) ${bin},
  actor      VARCHAR(190),
  reason     VARCHAR(255),
  decided_at DATETIME(6),
  ended_at   DATETIME(6),
  PRIMARY KEY (verdict_id, type, value_text),
  CONSTRAINT verdict_identifier_verdict FOREIGN KEY (verdict_id) REFERENCES verdict (id)
);
CREATE INDEX verdict_identifier_value ON verdict_identifier (type, value_text);

-- The rows of never_match that a verdict wrote, as they were before: was_known is FALSE where there was none.
CREATE TABLE verdict_never (
  verdict_id BIGINT NOT NULL,
  contact_id BIGINT NOT NULL,
  was_known  BOOLEAN NOT NULL,
  active     BOOLEAN,
  actor      VARCHAR(190),
  reason     VARCHAR(1000),
  decided_at DATETIME(6),
  PRIMARY KEY (verdict_id, contact_id),
  CONSTRAINT verdict_never_verdict FOREIGN KEY (verdict_id) REFERENCES verdict (id)
);

-- The verdict that answered this candidate by saying that its identifier is shared; NULL while nobody did.
ALTER TABLE review_candidate ADD COLUMN verdict_id BIGINT;
