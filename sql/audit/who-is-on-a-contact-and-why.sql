-- Which profiles are on one contact, by which rule and on which evidence, and which were taken off again.
-- Change the contact's id below. status: INFERRED by a rule, ASSERTED by a person, RETRACTED no longer counts.
-- evidence is JSON: each piece with its type, canonical value, the value as written, the grade, and on how many contacts it is.

SELECT c.external_id AS contact,
       c.name        AS contact_name,
       p.channel     AS channel,
       p.handle      AS handle,
       p.name        AS name_on_the_channel,
       l.status      AS status,
       l.rule        AS rule,
       l.evidence    AS evidence,
       l.actor       AS decided_by,
       l.decided_at  AS decided_at_utc,
       l.run_id      AS run
FROM link l
JOIN crm_contact c ON c.id = l.contact_id
JOIN participant p ON p.id = l.participant_id
WHERE c.external_id = 'C001'
ORDER BY p.channel, p.handle, l.sequence;
