-- What each source was asked for, and what came of it: a row for each span of time, from its first moment to before its last (UTC).
-- state is FETCHED, TRUNCATED, RATE_LIMITED or DOWN. code is NULL where the walk came to its own end; TRUNCATED without a code is what
-- the source itself cut. fetched and expected count the source's own records; NULL where it does not say. run_id is NULL for a poll
-- between the runs. What runs of earlier versions asked for is not known.
CREATE TABLE source_window (
  id       BIGINT AUTO_INCREMENT PRIMARY KEY,
  source   VARCHAR(64) ${bin} NOT NULL,
  run_id   BIGINT,
  from_at  DATETIME(6) NOT NULL,
  to_at    DATETIME(6) NOT NULL,
  state    VARCHAR(16) ${bin} NOT NULL,
  code     VARCHAR(32) ${bin},
  fetched  BIGINT,
  expected BIGINT,
  CONSTRAINT source_window_of_run UNIQUE (source, run_id, from_at, to_at),
  CONSTRAINT source_window_run FOREIGN KEY (run_id) REFERENCES sync_run (id)
);
CREATE INDEX source_window_to ON source_window (source, to_at, from_at);

-- The days whose holes a run fills, in place of asking the source for what is new. Written before the run's first step, so that a run that
-- was killed goes on filling, whoever starts it again.
CREATE TABLE source_backfill (
  run_id   BIGINT NOT NULL,
  source   VARCHAR(64) ${bin} NOT NULL,
  from_day DATE NOT NULL,
  to_day   DATE NOT NULL,
  PRIMARY KEY (run_id, source),
  CONSTRAINT source_backfill_run FOREIGN KEY (run_id) REFERENCES sync_run (id)
);
