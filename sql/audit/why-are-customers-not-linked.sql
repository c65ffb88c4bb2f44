-- Why customers are on no contact, by channel, with the share of each reason: where better data would help most.
-- REVIEW waits for a person's decision; UNMATCHED has nothing to decide on. side = 1 are customers, not bystanders or our own.
-- NO_IDENTIFIER        the channel tells nothing but the profile
-- NOT_IN_CRM           no contact has any of the identifiers
-- ONLY_DECLARED        only the person's own word speaks for a contact
-- ONLY_BLOCKED         only values that never identify anyone, such as no-reply
-- INVALID_IDENTIFIER   no valid address or number
-- AMBIGUOUS_IDENTIFIER one identifier on two contacts;  SHARED_IDENTIFIER  on three or more
-- CONFLICTING_IDENTIFIERS  identifiers that point to different contacts
-- CHANGED_HANDS        an identifier that was shared for a part of the time;  EXCEPTION  the names contradict the identifier
-- SIMILAR_IDENTIFIER   maybe another spelling of what a contact has;  POSSIBLE_MATCH  a rule leaves it to a person
-- CAP                  more profiles than one contact may get;  NEVER_MATCH, NO_RULE  said not to be the contact; no rule is met
-- CONTRADICTS_LINK     new evidence against a link that stands;  EVIDENCE_GONE  what it rested on is gone

SELECT p.channel AS channel,
       m.outcome AS outcome,
       m.reason  AS reason,
       COUNT(*)  AS customers,
       ROUND(100.0 * COUNT(*) / SUM(COUNT(*)) OVER (PARTITION BY p.channel), 1) AS percent_of_channel
FROM participant_match m
JOIN participant p ON p.id = m.participant_id
WHERE p.side = 1
  AND m.outcome <> 'LINKED'
GROUP BY p.channel, m.outcome, m.reason
ORDER BY p.channel, customers DESC, m.reason;
