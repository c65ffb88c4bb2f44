-- The trail of what was looked at, decided, given out and operated: rows are added and never changed. Each hash covers its row and the
-- hash of the row before. at_utc has microseconds; address is masked; status is that of HTTP, or the exit code of a command.
CREATE TABLE audit_entry (
  number   BIGINT PRIMARY KEY,
  at_utc   DATETIME(6) NOT NULL,
  actor    VARCHAR(190) ${bin} NOT NULL,
  roles    VARCHAR(190) ${bin} NOT NULL,
  act      VARCHAR(16) ${bin} NOT NULL,
  what     VARCHAR(500) ${bin} NOT NULL,
  status   INT NOT NULL,
  address  VARCHAR(64) ${bin} NOT NULL,
  previous CHAR(64) ${bin} NOT NULL,
  hash     CHAR(64) ${bin} NOT NULL
);
CREATE INDEX audit_entry_actor ON audit_entry (actor, number);
CREATE INDEX audit_entry_act ON audit_entry (act, number);
CREATE INDEX audit_entry_at ON audit_entry (at_utc);

-- The newest entry: whoever appends locks this row, so that the chain never forks.
CREATE TABLE audit_head (
  id     INT PRIMARY KEY,
  number BIGINT NOT NULL,
  hash   CHAR(64) ${bin} NOT NULL
);
INSERT INTO audit_head (id, number, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- What programs show in place of a password. hash is the SHA-256 of the token, which is shown once and kept nowhere.
CREATE TABLE api_token (
  id         BIGINT AUTO_INCREMENT PRIMARY KEY,
  client     VARCHAR(64) ${bin} NOT NULL,
  roles      VARCHAR(190) ${bin} NOT NULL,
  hash       CHAR(64) ${bin} NOT NULL,
  created_at DATETIME(6) NOT NULL,
  used_at    DATETIME(6),
  expires_at DATETIME(6),
  revoked_at DATETIME(6),
  CONSTRAINT api_token_hash UNIQUE (hash)
);
CREATE INDEX api_token_client ON api_token (client);
