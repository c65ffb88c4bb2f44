-- On which channels a customer spoke in an episode: with which message first, and with which message, whosever, the episode begins.
-- The next night tells it of all there is.
CREATE TABLE customer_episode (
  episode  BINARY(16) NOT NULL,
  channel  VARCHAR(32) ${bin} NOT NULL,
  said_id  BIGINT NOT NULL,
  begin_id BIGINT NOT NULL,
  PRIMARY KEY (episode, channel),
  CONSTRAINT customer_episode_said FOREIGN KEY (said_id) REFERENCES interaction (id),
  CONSTRAINT customer_episode_begin FOREIGN KEY (begin_id) REFERENCES interaction (id)
);
DELETE FROM counted WHERE what = 'WAITS';
