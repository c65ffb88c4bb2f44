-- Conversations in which a customer has the last word, those who wait longest first: whom to answer this morning.
-- Left out: notes among colleagues, what the customer took back, incoming calls, and what was answered in private or by
-- calling back. A last word that needs no answer, such as thanks, cannot be told from a question.

SELECT last_word.channel     AS channel,
       last_word.account     AS account,
       author.handle         AS handle,
       author.name           AS name,
       contact.external_id   AS contact,
       contact.name          AS contact_name,
       last_word.occurred_at AS last_word_utc,
       last_word.body        AS text,
       last_word.url         AS link
FROM interaction last_word
LEFT JOIN participant author ON author.id = last_word.author_id
LEFT JOIN link standing ON standing.active_participant = author.id
LEFT JOIN crm_contact contact ON contact.id = standing.contact_id
WHERE last_word.direction = 'INBOUND'
  AND last_word.deleted_at IS NULL
  AND last_word.type NOT IN ('CALL', 'NOTE')
  AND NOT EXISTS (
      SELECT 1 FROM interaction later
      WHERE later.conversation_key = last_word.conversation_key
        AND later.type <> 'NOTE'
        AND (later.direction = 'OUTBOUND' AND later.occurred_at >= last_word.occurred_at
          OR later.direction = 'INBOUND' AND later.deleted_at IS NULL AND later.type <> 'CALL'
             AND (later.occurred_at > last_word.occurred_at
               OR later.occurred_at = last_word.occurred_at AND later.id > last_word.id)))
  AND NOT EXISTS (
      SELECT 1
      FROM episode_part asked
      JOIN episode_part elsewhere ON elsewhere.episode = asked.episode
      JOIN interaction answer ON answer.conversation_key = elsewhere.conversation_key
      JOIN interaction_participant answered ON answered.interaction_id = answer.id
        AND answered.participant_id = elsewhere.participant_id AND answered.role = 'RECIPIENT'
      WHERE asked.conversation_key = last_word.conversation_key
        AND asked.participant_id = last_word.author_id
        AND answer.direction = 'OUTBOUND'
        AND answer.type <> 'NOTE'
        AND answer.occurred_at >= last_word.occurred_at)
ORDER BY last_word.occurred_at, last_word.id;
