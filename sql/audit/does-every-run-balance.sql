-- Whether every record of every run is accounted for, source by source; what does not balance comes first.
-- read = new + updated + unchanged + duplicate + filtered + suppressed + quarantined. unaccounted must be 0.
-- A source that failed still balances for what it gave before: see state and code.

SELECT n.run, n.business_date, n.run_state, n.source, s.state AS source_state, s.code AS code,
       n.records_read, n.records_new, n.records_updated, n.records_unchanged, n.records_duplicate,
       n.records_filtered, n.records_suppressed, n.records_quarantined,
       n.records_read - n.records_accounted AS unaccounted
FROM (
    SELECT r.id AS run, r.business_date AS business_date, r.state AS run_state, k.source AS source,
           SUM(CASE WHEN k.outcome = 'READ'        THEN k.records ELSE 0 END) AS records_read,
           SUM(CASE WHEN k.outcome = 'NEW'         THEN k.records ELSE 0 END) AS records_new,
           SUM(CASE WHEN k.outcome = 'UPDATED'     THEN k.records ELSE 0 END) AS records_updated,
           SUM(CASE WHEN k.outcome = 'UNCHANGED'   THEN k.records ELSE 0 END) AS records_unchanged,
           SUM(CASE WHEN k.outcome = 'DUPLICATE'   THEN k.records ELSE 0 END) AS records_duplicate,
           SUM(CASE WHEN k.outcome = 'FILTERED'    THEN k.records ELSE 0 END) AS records_filtered,
           SUM(CASE WHEN k.outcome = 'SUPPRESSED'  THEN k.records ELSE 0 END) AS records_suppressed,
           SUM(CASE WHEN k.outcome = 'QUARANTINED' THEN k.records ELSE 0 END) AS records_quarantined,
           SUM(CASE WHEN k.outcome <> 'READ'       THEN k.records ELSE 0 END) AS records_accounted
    FROM sync_run r
    JOIN sync_run_count k ON k.run_id = r.id
    GROUP BY r.id, r.business_date, r.state, k.source
) n
LEFT JOIN sync_run_source s ON s.run_id = n.run AND s.source = n.source
ORDER BY CASE WHEN n.records_read = n.records_accounted THEN 1 ELSE 0 END, n.run DESC, n.source;
