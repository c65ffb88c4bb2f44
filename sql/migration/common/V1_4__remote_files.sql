-- Files on other servers that have landed and stay there: a file of the same size and time is not fetched again. file_key is the
-- SHA-256 of server, folder and name. Dropping a row costs one download: the landing folder knows the content by its hash.
CREATE TABLE remote_file (
  source      VARCHAR(64) ${bin} NOT NULL,
  file_key    CHAR(64) ${bin} NOT NULL,
  bytes       BIGINT NOT NULL,
  modified_at DATETIME(6) NOT NULL,
  landed_run  BIGINT NOT NULL,
  PRIMARY KEY (source, file_key),
  CONSTRAINT remote_file_run FOREIGN KEY (landed_run) REFERENCES sync_run (id)
);
