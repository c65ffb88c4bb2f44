-- What people are told of a night. It is written before it is sent, so that it does not go under with the process that ought to send it;
-- one row an occasion and target, so that of two nodes one tells it. Times are UTC.
-- kind: the state in which a run ended at this moment; or LATE, of a night that was not complete at this moment.
-- target: MAIL, WEBHOOK or HEARTBEAT. state: WAITING, SENT or GIVEN_UP.
-- due_at: nobody sends it before. Whoever does puts it off first, so that it waits for them, and is due again where they died.
CREATE TABLE notice (
  id            BIGINT AUTO_INCREMENT PRIMARY KEY,
  job           VARCHAR(64) ${bin} NOT NULL,
  business_date DATE NOT NULL,
  kind          VARCHAR(16) ${bin} NOT NULL,
  moment        DATETIME(6) NOT NULL,
  target        VARCHAR(16) ${bin} NOT NULL,
  title         VARCHAR(255) NOT NULL,
  words         ${text} NOT NULL,
  state         VARCHAR(10) ${bin} NOT NULL,
  written_at    DATETIME(6) NOT NULL,
  due_at        DATETIME(6) NOT NULL,
  tries         INT NOT NULL,
  sent_at       DATETIME(6),
  failure       VARCHAR(255),
  CONSTRAINT notice_key UNIQUE (job, business_date, kind, moment, target)
);
CREATE INDEX notice_due ON notice (state, due_at);
