-- How far what follows was counted: everything that changed up to this run is in it.
CREATE TABLE counted (
  what   VARCHAR(16) ${bin} PRIMARY KEY,
  run_id BIGINT NOT NULL,
  CONSTRAINT counted_run FOREIGN KEY (run_id) REFERENCES sync_run (id)
);

-- How many messages each source reported of each of our accounts, by the day (UTC) on which they were said. Messages without a time
-- are left out.
CREATE TABLE source_day (
  source       VARCHAR(64) ${bin} NOT NULL,
  channel      VARCHAR(32) ${bin} NOT NULL,
  account      VARCHAR(190) ${bin} NOT NULL,
  on_day       DATE NOT NULL,
  interactions BIGINT NOT NULL,
  PRIMARY KEY (source, channel, account, on_day)
);
CREATE INDEX source_day_account ON source_day (channel, account, on_day);

-- The day on which a source's report was counted; NULL where it was not yet, or has no time.
ALTER TABLE interaction_witness ADD COLUMN counted_on DATE;

-- Each time that a customer waited for an answer: from the message that asked to the one that answered. answered_by and what follows
-- are NULL while nobody answered; seconds is how long it took. week_start is the Monday (UTC) of the week in which it was asked.
CREATE TABLE response_wait (
  interaction_id BIGINT NOT NULL,
  episode        BINARY(16) NOT NULL,
  channel        VARCHAR(32) ${bin} NOT NULL,
  week_start     DATE NOT NULL,
  asked_at       DATETIME(6) NOT NULL,
  answered_by    BIGINT,
  answered_at    DATETIME(6),
  seconds        INT,
  PRIMARY KEY (interaction_id, episode),
  CONSTRAINT response_wait_interaction FOREIGN KEY (interaction_id) REFERENCES interaction (id)
);
CREATE INDEX response_wait_episode ON response_wait (episode);
CREATE INDEX response_wait_week ON response_wait (channel, week_start, seconds);
CREATE INDEX response_wait_answer ON response_wait (answered_by, asked_at, interaction_id);

-- The waits of a channel and week in numbers. The seconds are NULL where none of them was answered.
CREATE TABLE response_week (
  channel           VARCHAR(32) ${bin} NOT NULL,
  week_start        DATE NOT NULL,
  waits             BIGINT NOT NULL,
  answered          BIGINT NOT NULL,
  median_seconds    INT,
  ninetieth_seconds INT,
  within_15_minutes BIGINT NOT NULL,
  within_60_minutes BIGINT NOT NULL,
  PRIMARY KEY (channel, week_start)
);

CREATE INDEX review_case_opened ON review_case (opened_run);
CREATE INDEX quarantined_record_open ON quarantined_record (mended_run, source, segment);
