-- Which profiles are on one contact, by which rule and on which evidence, and which were taken off again; with those of the contacts
-- that are one with it. Change the contact's id below. status: INFERRED by a rule, ASSERTED by a person, RETRACTED no longer counts.
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
       l.run_id      AS run,
       l.reason      AS because,
       l.retracted_by  AS retracted_by,
       l.retracted_at  AS retracted_at_utc,
       l.retracted_for AS retracted_because
FROM link l
JOIN crm_contact c ON c.id = l.contact_id
JOIN participant p ON p.id = l.participant_id
JOIN crm_contact_resolved r ON r.contact = c.external_id
WHERE r.resolves_to IN (SELECT mine.resolves_to FROM crm_contact_resolved mine WHERE mine.contact = 'C001')
ORDER BY p.channel, p.handle, l.sequence;
