-- The ties between the messages of one contact: which message led to which, on which channels, and what proves it.
-- Replace C001 by the contact.

SELECT entry.episode        AS episode,
       later.occurred_at    AS at_utc,
       later.channel        AS channel,
       later.body           AS text,
       r.type               AS tie,
       r.proof              AS proof,
       earlier.channel      AS to_channel,
       earlier.occurred_at  AS to_at_utc,
       earlier.body         AS to_text
FROM crm_timeline_entry entry
JOIN crm_contact contact ON contact.id = entry.contact_id
JOIN interaction later ON later.id = entry.interaction_id
JOIN interaction_relation r ON r.interaction_id = later.id
LEFT JOIN interaction earlier ON earlier.natural_key = r.target_key
WHERE contact.external_id = 'C001'
ORDER BY later.occurred_at, later.id;
