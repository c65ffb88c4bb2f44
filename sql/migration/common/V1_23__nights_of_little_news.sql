-- Which list of contacts was brought in last, and how many records it had: a night reads it again where it is another. One row, or none.
-- fingerprint is NULL where two imports went on at once, so that nobody knows whose contacts stand.
CREATE TABLE contact_import (
  one_row     TINYINT NOT NULL PRIMARY KEY,
  fingerprint CHAR(64) ${bin},
  records     BIGINT NOT NULL,
  refused     BIGINT NOT NULL
);

-- The reports of a night are found without reading those of all nights.
CREATE INDEX interaction_witness_run ON interaction_witness (run_id);

-- Customers are counted without reading what is known of them.
CREATE INDEX participant_side ON participant (side);

-- Who was decided upon since the last run that was published; where everybody was, decided_by says so instead.
CREATE TABLE participant_decided (
  participant_id BIGINT NOT NULL PRIMARY KEY,
  CONSTRAINT participant_decided_participant FOREIGN KEY (participant_id) REFERENCES participant (id)
);
ALTER TABLE decided_by ADD COLUMN everybody BOOLEAN DEFAULT TRUE NOT NULL;

-- How many conversations customers began on each channel: the rows of customer_episode whose message is the episode's first.
CREATE TABLE response_channel (
  channel       VARCHAR(32) ${bin} NOT NULL PRIMARY KEY,
  conversations BIGINT NOT NULL
);
INSERT INTO response_channel (channel, conversations)
SELECT channel, SUM(CASE WHEN said_id = begin_id THEN 1 ELSE 0 END) FROM customer_episode GROUP BY channel;
