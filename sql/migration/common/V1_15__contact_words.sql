-- The words of the names and companies of each contact that stands for itself, with those of the contacts merged into it: without
-- case, accents and punctuation. For search by the first letters of a word. Contacts from before get theirs when a run publishes.
CREATE TABLE contact_word (
  word       VARCHAR(64) ${bin} NOT NULL,
  contact_id BIGINT NOT NULL,
  PRIMARY KEY (word, contact_id),
  CONSTRAINT contact_word_contact FOREIGN KEY (contact_id) REFERENCES crm_contact (id)
);
CREATE INDEX contact_word_contact_id ON contact_word (contact_id, word);

-- The episodes of one contact, and the messages of an episode in their order.
CREATE INDEX crm_timeline_entry_episode ON crm_timeline_entry (contact_id, episode, occurred_at, interaction_id);
