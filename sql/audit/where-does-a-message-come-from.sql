-- Where one message comes from: every source that reported it, with the landing segment and the line to look it up in,
-- and the run that brought it. Change the id below; it is the id the channel gave the message.
-- shown: the report whose words stand in the CRM.

SELECT i.channel     AS channel,
       i.account     AS account,
       i.native_id   AS id_on_the_channel,
       i.occurred_at AS at_utc,
       w.source      AS source,
       w.segment     AS segment,
       w.line        AS line,
       s.file        AS file,
       s.origin      AS origin,
       s.landed_at   AS landed_at_utc,
       w.run_id      AS run,
       CASE WHEN i.version_source = w.source THEN 'shown' ELSE '' END AS stands
FROM interaction i
JOIN interaction_witness w ON w.interaction_id = i.id
LEFT JOIN landing_segment s ON s.source = w.source AND s.sequence = w.segment
WHERE i.native_id = '1234567890'
ORDER BY i.id, w.source;
