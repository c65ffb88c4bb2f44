-- What was said with one contact, on every channel, oldest first: the thread a CRM user reads.
-- Change the contact's id below; it is the id the CRM knows. Times are UTC.
-- A contact that was merged into another is found under the id it has now: see the first column.

SELECT c.external_id AS contact,
       e.occurred_at AS at_utc,
       e.channel     AS channel,
       e.direction   AS direction,
       e.type        AS type,
       e.author      AS author,
       e.subject     AS subject,
       e.body        AS text,
       CASE WHEN e.deleted THEN 'deleted by its author' WHEN e.edited THEN 'edited' ELSE '' END AS note,
       e.url         AS link
FROM crm_timeline_entry e
JOIN crm_contact c ON c.id = e.contact_id
WHERE c.external_id IN (SELECT r.resolves_to FROM crm_contact_resolved r WHERE r.contact = 'C001')
ORDER BY e.occurred_at, e.interaction_id;
