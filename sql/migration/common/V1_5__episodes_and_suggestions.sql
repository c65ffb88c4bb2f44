-- What proves a tie: the field of the payload, or the rule.
ALTER TABLE interaction_relation ADD COLUMN proof VARCHAR(190);

-- Links and numbers that were made for one message alone, such as a call-back link, and the messages that used one.
CREATE TABLE interaction_offer (
  interaction_id BIGINT NOT NULL,
  offer_key      BINARY(16) NOT NULL,
  offer          VARCHAR(500) ${bin} NOT NULL,
  PRIMARY KEY (interaction_id, offer_key),
  CONSTRAINT interaction_offer_interaction FOREIGN KEY (interaction_id) REFERENCES interaction (id)
);
CREATE INDEX interaction_offer_key ON interaction_offer (offer_key);

CREATE TABLE interaction_offer_use (
  interaction_id BIGINT NOT NULL,
  type           VARCHAR(20) ${bin} NOT NULL,
  offer_key      BINARY(16) NOT NULL,
  offer          VARCHAR(500) ${bin} NOT NULL,
  proof          VARCHAR(190),
  PRIMARY KEY (interaction_id, type, offer_key),
  CONSTRAINT interaction_offer_use_interaction FOREIGN KEY (interaction_id) REFERENCES interaction (id)
);
CREATE INDEX interaction_offer_use_key ON interaction_offer_use (offer_key);

-- What one customer says in one conversation, where it is tied to another conversation. Customers who are in no row have one
-- episode a conversation, by the conversation's own key.
CREATE TABLE episode_part (
  conversation_key BINARY(16) NOT NULL,
  participant_id   BIGINT NOT NULL,
  episode          BINARY(16) NOT NULL,
  PRIMARY KEY (conversation_key, participant_id),
  CONSTRAINT episode_part_participant FOREIGN KEY (participant_id) REFERENCES participant (id)
);
CREATE INDEX episode_part_episode ON episode_part (episode);

-- The words without their marks, where they are long enough to be nobody else's: equal for two systems' copies of one message.
ALTER TABLE interaction ADD COLUMN fingerprint BINARY(16);
CREATE INDEX interaction_fingerprint ON interaction (fingerprint, occurred_at);

-- Two interactions that may be one message: for people to see, never acted upon.
CREATE TABLE duplicate_suggestion (
  first_id      BIGINT NOT NULL,
  second_id     BIGINT NOT NULL,
  rule          VARCHAR(32) ${bin} NOT NULL,
  suggested_run BIGINT NOT NULL,
  PRIMARY KEY (first_id, second_id),
  CONSTRAINT duplicate_suggestion_first FOREIGN KEY (first_id) REFERENCES interaction (id),
  CONSTRAINT duplicate_suggestion_second FOREIGN KEY (second_id) REFERENCES interaction (id)
);

-- The source told no time at all: occurred_at is when the record was landed.
ALTER TABLE interaction ADD COLUMN undated BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE crm_timeline_entry ADD COLUMN undated BOOLEAN NOT NULL DEFAULT FALSE;

ALTER TABLE crm_timeline_entry ADD COLUMN episode BINARY(16);
UPDATE crm_timeline_entry SET episode = (SELECT conversation_key FROM interaction WHERE id = interaction_id);

CREATE OR REPLACE VIEW crm_timeline AS
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
       LOWER(${hex}(e.episode)) AS episode,
       e.url         AS link,
       e.edited      AS edited,
       e.deleted     AS deleted,
       e.undated     AS undated
FROM crm_timeline_entry e
JOIN crm_contact c ON c.id = e.contact_id;
