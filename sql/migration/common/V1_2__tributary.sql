-- Tributary's own tables. Times are UTC. ${bin} compares byte by byte: the default collation would take zoe@ and zoë@ for one.
-- ${text} holds a million characters: MEDIUMTEXT on MySQL; on H2 no CLOB, which lies apart from its row and is slow.

CREATE TABLE sync_run (
  id            BIGINT AUTO_INCREMENT PRIMARY KEY,
  job           VARCHAR(64) ${bin} NOT NULL,
  business_date DATE NOT NULL,
  attempt       INT NOT NULL,
  state         VARCHAR(16) ${bin} NOT NULL,
  started_at    DATETIME(6) NOT NULL,
  ended_at      DATETIME(6),
  published     BOOLEAN NOT NULL,
  report        VARCHAR(1000),
  failure       VARCHAR(1000),
  CONSTRAINT sync_run_key UNIQUE (job, business_date, attempt)
);

-- What became of one source in one run.
CREATE TABLE sync_run_source (
  run_id  BIGINT NOT NULL,
  source  VARCHAR(64) ${bin} NOT NULL,
  state   VARCHAR(16) ${bin} NOT NULL,
  code    VARCHAR(32) ${bin},
  message VARCHAR(1000),
  PRIMARY KEY (run_id, source),
  CONSTRAINT sync_run_source_run FOREIGN KEY (run_id) REFERENCES sync_run (id)
);

-- The equation: READ = the sum of the other outcomes. One row a partition, so that partitions do not wait for each other.
CREATE TABLE sync_run_count (
  run_id       BIGINT NOT NULL,
  source       VARCHAR(64) ${bin} NOT NULL,
  partition_no INT NOT NULL,
  outcome      VARCHAR(16) ${bin} NOT NULL,
  records      BIGINT NOT NULL,
  PRIMARY KEY (run_id, source, partition_no, outcome),
  CONSTRAINT sync_run_count_run FOREIGN KEY (run_id) REFERENCES sync_run (id)
);

-- One row, locked for as long as a run is under way; the database lets go of it when the process dies.
CREATE TABLE run_lock (
  name VARCHAR(16) ${bin} PRIMARY KEY
);
INSERT INTO run_lock (name) VALUES ('sync');

CREATE TABLE landing_segment (
  id            BIGINT AUTO_INCREMENT PRIMARY KEY,
  source        VARCHAR(64) ${bin} NOT NULL,
  sequence      BIGINT NOT NULL,
  file          VARCHAR(500) ${bin} NOT NULL,
  origin        VARCHAR(500) ${bin} NOT NULL,
  bytes         BIGINT NOT NULL,
  sha256        CHAR(64) ${bin} NOT NULL,
  cursor_before VARCHAR(1000) ${bin},
  cursor_after  VARCHAR(1000) ${bin},
  state         VARCHAR(16) ${bin} NOT NULL,
  records       BIGINT,
  landed_run    BIGINT NOT NULL,
  landed_at     DATETIME(6) NOT NULL,
  staged_run    BIGINT,
  CONSTRAINT landing_segment_key UNIQUE (source, sequence),
  CONSTRAINT landing_segment_run FOREIGN KEY (landed_run) REFERENCES sync_run (id)
);
CREATE INDEX landing_segment_origin ON landing_segment (source, origin, sha256);
CREATE INDEX landing_segment_state ON landing_segment (state, source, sequence);

CREATE TABLE source_cursor (
  source   VARCHAR(64) ${bin} PRIMARY KEY,
  position VARCHAR(1000) ${bin} NOT NULL,
  moved_at DATETIME(6) NOT NULL
);

-- natural_key is the first half of the SHA-256 of (channel, scope, native_id): a short key is faster than three texts.
-- side: 0 a bystander, 1 a customer, 2 one of ours; the highest that was ever seen stands.
CREATE TABLE participant (
  id          BIGINT AUTO_INCREMENT PRIMARY KEY,
  natural_key BINARY(16) NOT NULL,
  channel     VARCHAR(32) ${bin} NOT NULL,
  scope       VARCHAR(190) ${bin} NOT NULL,
  native_id   VARCHAR(500) ${bin} NOT NULL,
  handle      VARCHAR(190),
  name        VARCHAR(255),
  url         VARCHAR(1000),
  side        TINYINT NOT NULL,
  profile_at  DATETIME(6) NOT NULL,
  CONSTRAINT participant_key UNIQUE (natural_key)
);

CREATE TABLE participant_identifier (
  participant_id BIGINT NOT NULL,
  type           VARCHAR(16) ${bin} NOT NULL,
  value_text     VARCHAR(330) ${bin} NOT NULL,
  raw            VARCHAR(500) NOT NULL,
  grade          VARCHAR(10) ${bin} NOT NULL,
  usable         BOOLEAN NOT NULL,
  first_seen     DATETIME(6) NOT NULL,
  last_seen      DATETIME(6) NOT NULL,
  PRIMARY KEY (participant_id, type, value_text),
  CONSTRAINT participant_identifier_participant FOREIGN KEY (participant_id) REFERENCES participant (id)
);
CREATE INDEX participant_identifier_value ON participant_identifier (type, value_text);

-- Of several versions of a message one stands, in whatever order they come: the latest version_at; of equal ones the source
-- whose name comes first; of one source the latest segment and line.
-- conversation_key and parent_key are natural keys too: of the conversation (or of the message itself), and of what it answers,
-- which may not be there yet.
CREATE TABLE interaction (
  id               BIGINT AUTO_INCREMENT PRIMARY KEY,
  natural_key      BINARY(16) NOT NULL,
  channel          VARCHAR(32) ${bin} NOT NULL,
  account          VARCHAR(190) ${bin} NOT NULL,
  native_id        VARCHAR(500) ${bin} NOT NULL,
  type             VARCHAR(16) ${bin},
  visibility       VARCHAR(10) ${bin},
  direction        VARCHAR(10) ${bin},
  occurred_at      DATETIME(6),
  utc_offset       VARCHAR(10) ${bin},
  edited_at        DATETIME(6),
  deleted_at       DATETIME(6),
  conversation_id  VARCHAR(500) ${bin},
  subject          VARCHAR(1000),
  in_reply_to      VARCHAR(500) ${bin},
  parent_key       BINARY(16),
  conversation_key BINARY(16) NOT NULL,
  author_id        BIGINT,
  body             ${text},
  html             ${text},
  language         VARCHAR(32),
  attachments      ${text},
  url              VARCHAR(2000),
  content_hash     BINARY(16) NOT NULL,
  version_at       DATETIME(6) NOT NULL,
  version_source   VARCHAR(64) ${bin} NOT NULL,
  version_segment  BIGINT NOT NULL,
  version_line     BIGINT NOT NULL,
  created_run      BIGINT NOT NULL,
  changed_run      BIGINT NOT NULL,
  CONSTRAINT interaction_key UNIQUE (natural_key),
  CONSTRAINT interaction_author FOREIGN KEY (author_id) REFERENCES participant (id)
);
CREATE INDEX interaction_changed ON interaction (changed_run);
CREATE INDEX interaction_parent ON interaction (parent_key);
CREATE INDEX interaction_conversation ON interaction (conversation_key, occurred_at);

CREATE TABLE interaction_relation (
  interaction_id BIGINT NOT NULL,
  type           VARCHAR(20) ${bin} NOT NULL,
  target_key     BINARY(16) NOT NULL,
  target         VARCHAR(500) ${bin} NOT NULL,
  PRIMARY KEY (interaction_id, type, target_key),
  CONSTRAINT interaction_relation_interaction FOREIGN KEY (interaction_id) REFERENCES interaction (id)
);
CREATE INDEX interaction_relation_target ON interaction_relation (target_key);

CREATE TABLE interaction_participant (
  interaction_id BIGINT NOT NULL,
  participant_id BIGINT NOT NULL,
  role           VARCHAR(10) ${bin} NOT NULL,
  PRIMARY KEY (interaction_id, participant_id, role),
  CONSTRAINT interaction_participant_interaction FOREIGN KEY (interaction_id) REFERENCES interaction (id),
  CONSTRAINT interaction_participant_participant FOREIGN KEY (participant_id) REFERENCES participant (id)
);
CREATE INDEX interaction_participant_person ON interaction_participant (participant_id, interaction_id);

CREATE TABLE interaction_witness (
  interaction_id BIGINT NOT NULL,
  source         VARCHAR(64) ${bin} NOT NULL,
  segment        BIGINT NOT NULL,
  line           BIGINT NOT NULL,
  run_id         BIGINT NOT NULL,
  PRIMARY KEY (interaction_id, source),
  CONSTRAINT interaction_witness_interaction FOREIGN KEY (interaction_id) REFERENCES interaction (id)
);

CREATE TABLE quarantined_record (
  source     VARCHAR(64) ${bin} NOT NULL,
  segment    BIGINT NOT NULL,
  line       BIGINT NOT NULL,
  ordinal    INT NOT NULL,
  code       VARCHAR(32) ${bin} NOT NULL,
  message    VARCHAR(1000) NOT NULL,
  mapping    VARCHAR(64) ${bin} NOT NULL,
  first_run  BIGINT NOT NULL,
  last_run   BIGINT NOT NULL,
  attempts   INT NOT NULL,
  mended_run BIGINT,
  PRIMARY KEY (source, segment, line, ordinal)
);

CREATE TABLE crm_contact (
  id          BIGINT AUTO_INCREMENT PRIMARY KEY,
  external_id VARCHAR(190) ${bin} NOT NULL,
  name        VARCHAR(255) NOT NULL,
  given_name  VARCHAR(255),
  family_name VARCHAR(255),
  company     VARCHAR(255),
  content_hash BINARY(16) NOT NULL,
  changed_at  DATETIME(6) NOT NULL,
  CONSTRAINT crm_contact_key UNIQUE (external_id)
);

-- origin CRM: the customer's own data. origin TRIBUTARY: learned from a linked participant.
CREATE TABLE crm_contact_point (
  contact_id BIGINT NOT NULL,
  type       VARCHAR(16) ${bin} NOT NULL,
  value_text VARCHAR(330) ${bin} NOT NULL,
  raw        VARCHAR(500) NOT NULL,
  usable     BOOLEAN NOT NULL,
  origin     VARCHAR(10) ${bin} NOT NULL,
  PRIMARY KEY (contact_id, type, value_text, origin),
  CONSTRAINT crm_contact_point_contact FOREIGN KEY (contact_id) REFERENCES crm_contact (id)
);
CREATE INDEX crm_contact_point_value ON crm_contact_point (type, value_text);

CREATE TABLE crm_contact_alias (
  alias      VARCHAR(190) ${bin} PRIMARY KEY,
  contact_id BIGINT NOT NULL,
  CONSTRAINT crm_contact_alias_contact FOREIGN KEY (contact_id) REFERENCES crm_contact (id)
);

-- active_participant is the participant while the link stands and NULL after it was retracted: one link at a time.
CREATE TABLE link (
  id                 BIGINT AUTO_INCREMENT PRIMARY KEY,
  participant_id     BIGINT NOT NULL,
  contact_id         BIGINT NOT NULL,
  sequence           INT NOT NULL,
  status             VARCHAR(10) ${bin} NOT NULL,
  active_participant BIGINT,
  rule               VARCHAR(64) ${bin} NOT NULL,
  evidence           ${text} NOT NULL,
  actor              VARCHAR(190) NOT NULL,
  run_id             BIGINT,
  decided_at         DATETIME(6) NOT NULL,
  CONSTRAINT link_key UNIQUE (participant_id, contact_id, sequence),
  CONSTRAINT link_active UNIQUE (active_participant),
  CONSTRAINT link_participant FOREIGN KEY (participant_id) REFERENCES participant (id),
  CONSTRAINT link_contact FOREIGN KEY (contact_id) REFERENCES crm_contact (id)
);
CREATE INDEX link_run ON link (run_id);
CREATE INDEX link_contact_participant ON link (contact_id, participant_id);

-- Where each participant stands: LINKED, REVIEW or UNMATCHED, and why.
CREATE TABLE participant_match (
  participant_id BIGINT PRIMARY KEY,
  outcome        VARCHAR(10) ${bin} NOT NULL,
  reason         VARCHAR(32) ${bin} NOT NULL,
  run_id         BIGINT NOT NULL,
  CONSTRAINT participant_match_participant FOREIGN KEY (participant_id) REFERENCES participant (id)
);
CREATE INDEX participant_match_outcome ON participant_match (outcome, reason);

CREATE TABLE review_case (
  id             BIGINT AUTO_INCREMENT PRIMARY KEY,
  participant_id BIGINT NOT NULL,
  reason         VARCHAR(32) ${bin} NOT NULL,
  state          VARCHAR(10) ${bin} NOT NULL,
  opened_run     BIGINT NOT NULL,
  opened_at      DATETIME(6) NOT NULL,
  closed_run     BIGINT,
  CONSTRAINT review_case_participant UNIQUE (participant_id),
  CONSTRAINT review_case_participant_fk FOREIGN KEY (participant_id) REFERENCES participant (id)
);

CREATE TABLE review_candidate (
  case_id    BIGINT NOT NULL,
  contact_id BIGINT NOT NULL,
  type       VARCHAR(16) ${bin} NOT NULL,
  value_text VARCHAR(330) ${bin} NOT NULL,
  rule       VARCHAR(64) ${bin} NOT NULL,
  PRIMARY KEY (case_id, contact_id, type, value_text),
  CONSTRAINT review_candidate_case FOREIGN KEY (case_id) REFERENCES review_case (id),
  CONSTRAINT review_candidate_contact FOREIGN KEY (contact_id) REFERENCES crm_contact (id)
);

CREATE TABLE crm_timeline_entry (
  contact_id     BIGINT NOT NULL,
  interaction_id BIGINT NOT NULL,
  participant_id BIGINT NOT NULL,
  occurred_at    DATETIME(6) NOT NULL,
  channel        VARCHAR(32) ${bin} NOT NULL,
  account        VARCHAR(190) ${bin} NOT NULL,
  type           VARCHAR(16) ${bin} NOT NULL,
  direction      VARCHAR(10) ${bin} NOT NULL,
  visibility     VARCHAR(10) ${bin} NOT NULL,
  author         VARCHAR(255),
  subject        VARCHAR(1000),
  body           ${text},
  thread         VARCHAR(500) ${bin},
  url            VARCHAR(2000),
  edited         BOOLEAN NOT NULL,
  deleted        BOOLEAN NOT NULL,
  content_hash   BINARY(16) NOT NULL,
  PRIMARY KEY (contact_id, interaction_id),
  CONSTRAINT crm_timeline_entry_contact FOREIGN KEY (contact_id) REFERENCES crm_contact (id),
  CONSTRAINT crm_timeline_entry_interaction FOREIGN KEY (interaction_id) REFERENCES interaction (id)
);
CREATE INDEX crm_timeline_entry_time ON crm_timeline_entry (contact_id, occurred_at, interaction_id);
CREATE INDEX crm_timeline_entry_interaction_id ON crm_timeline_entry (interaction_id);

CREATE VIEW crm_timeline AS
SELECT c.external_id AS contact,
       c.name        AS contact_name,
       e.occurred_at AS at_utc,
       e.channel     AS channel,
       e.account     AS account,
       e.type        AS type,
       e.direction   AS direction,
       e.author      AS author,
       e.subject     AS subject,
       e.body        AS text,
       e.thread      AS thread,
       e.url         AS link,
       e.edited      AS edited,
       e.deleted     AS deleted
FROM crm_timeline_entry e
JOIN crm_contact c ON c.id = e.contact_id;
