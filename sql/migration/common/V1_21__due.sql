-- Who is to be decided upon in the next run, because something changed that may tell who they are.
CREATE TABLE participant_due (
  participant_id BIGINT NOT NULL PRIMARY KEY,
  taken          BOOLEAN NOT NULL,
  CONSTRAINT participant_due_participant FOREIGN KEY (participant_id) REFERENCES participant (id)
);

-- What everybody was decided by: a hash of the rules. No row until everybody was.
CREATE TABLE decided_by (
  one_row TINYINT NOT NULL PRIMARY KEY,
  basis   VARCHAR(32) ${bin} NOT NULL
);
