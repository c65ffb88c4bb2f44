package dev.tributary.health;

import static dev.tributary.health.Measure.count;
import static dev.tributary.health.Measure.seconds;

import java.util.List;

/** All that is measured of the nights. Each query is one pass over rows that are few: one a run, a source, or an open question. */
final class Measures {

    /** Prometheus itself calls what it scrapes a job. */
    private static final String JOB = "job.name";

    private static final String SOURCE = "source";
    private static final String STATE = "state";

    static final List<Measure> ALL = List.of(
            count(
                    "tributary.runs",
                    "Runs by job and the state in which they are.",
                    List.of(JOB, STATE),
                    "SELECT job, state, COUNT(*) FROM sync_run GROUP BY job, state"),
            count("tributary.run.last", "1 for the state of the last run of each job.", List.of(JOB, STATE), """
                    SELECT r.job, r.state, 1 FROM sync_run r
                    WHERE r.id IN (SELECT MAX(newest.id) FROM sync_run newest GROUP BY newest.job)"""),
            seconds("tributary.run.last.duration", "How long the last run took that has ended.", List.of(JOB), """
                    SELECT r.job, TIMESTAMPDIFF(MICROSECOND, r.started_at, r.ended_at) / 1000000.0 FROM sync_run r
                    WHERE r.id IN (SELECT MAX(e.id) FROM sync_run e WHERE e.ended_at IS NOT NULL GROUP BY e.job)"""),
            seconds(
                    "tributary.step.last.duration",
                    "How long each step took when it ran last.",
                    List.of(JOB, "step"),
                    """
                    SELECT last.job, s.step_name, TIMESTAMPDIFF(MICROSECOND, s.start_time, s.end_time) / 1000000.0
                    FROM BATCH_STEP_EXECUTION s
                    JOIN (SELECT p.parameter_value AS job, e.step_name, MAX(e.step_execution_id) AS id
                          FROM BATCH_STEP_EXECUTION e
                          JOIN BATCH_JOB_EXECUTION_PARAMS p
                            ON p.job_execution_id = e.job_execution_id AND p.parameter_name = 'job'
                          WHERE e.end_time IS NOT NULL AND e.step_name NOT LIKE '%:%'
                          GROUP BY p.parameter_value, e.step_name) last ON last.id = s.step_execution_id"""),
            seconds(
                    "tributary.night.completed.timestamp",
                    "When the last night was complete, all of it or but for some sources.",
                    List.of(JOB),
                    """
                    SELECT job, MAX(ended_at) FROM sync_run WHERE state IN ('COMPLETED', 'PARTIAL') GROUP BY job"""),
            seconds("tributary.night.date.timestamp", "The last business date that is complete.", List.of(JOB), """
                    SELECT job, MAX(business_date) FROM sync_run WHERE state IN ('COMPLETED', 'PARTIAL') GROUP BY job"""),
            count(
                    "tributary.source.records",
                    "What became of the records of each source in its last run.",
                    List.of(SOURCE, "outcome"),
                    """
                    SELECT c.source, c.outcome, SUM(c.records) FROM sync_run_count c
                    JOIN (SELECT source, MAX(run_id) AS run_id FROM sync_run_source GROUP BY source) last
                      ON last.run_id = c.run_id AND last.source = c.source
                    GROUP BY c.source, c.outcome"""),
            seconds(
                    "tributary.source.success.timestamp",
                    "When the last run began that read the source to its end.",
                    List.of(SOURCE),
                    """
                    SELECT s.source, MAX(r.started_at) FROM sync_run_source s JOIN sync_run r ON r.id = s.run_id
                    WHERE s.state = 'COMPLETED' GROUP BY s.source"""),
            seconds(
                    "tributary.source.landed.timestamp",
                    "When the newest segment of the source landed.",
                    List.of(SOURCE),
                    "SELECT source, MAX(landed_at) FROM landing_segment GROUP BY source"),
            count("tributary.source.failed", "1 for a source that failed in its last run.", List.of(SOURCE), """
                    SELECT s.source, CASE WHEN s.state = 'FAILED' THEN 1 ELSE 0 END FROM sync_run_source s
                    JOIN (SELECT source, MAX(run_id) AS run_id FROM sync_run_source GROUP BY source) last
                      ON last.run_id = s.run_id AND last.source = s.source"""),
            count("tributary.quarantine.open", "Records in quarantine that nobody mended.", List.of(SOURCE), """
                    SELECT source, COUNT(*) FROM quarantined_record WHERE mended_run IS NULL GROUP BY source"""),
            count("tributary.cases.open", "Cases that wait for a person, by their reason.", List.of("reason"), """
                    SELECT r.reason, COUNT(*) FROM review_case r JOIN participant p ON p.id = r.participant_id
                    WHERE r.state = 'OPEN' AND p.side = 1 GROUP BY r.reason"""),
            count(
                    "tributary.notices",
                    "Notices that were sent, wait, or were given up.",
                    List.of(STATE),
                    "SELECT state, COUNT(*) FROM notice GROUP BY state"));

    private Measures() {}
}
