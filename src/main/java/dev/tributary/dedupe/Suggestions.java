package dev.tributary.dedupe;

import dev.tributary.run.RunLedger;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Suggests pairs of interactions that may be one message: the same words, in the same direction, within minutes, from different
 * sources and under different keys, by the same author. That proves nothing, so nothing follows from it but a line in the report.
 */
class Suggestions implements Tasklet {

    /** How far two systems' clocks, and the way from one to the other, may be apart. */
    private static final String EARLIEST = "TIMESTAMPADD(MINUTE, -10, fresh.occurred_at)";

    private static final String LATEST = "TIMESTAMPADD(MINUTE, 10, fresh.occurred_at)";

    /** Each pair once, whichever of the two is new. Of ours nobody asks who wrote: a team answers under one name. */
    private static final String SUGGEST = """
            INSERT INTO duplicate_suggestion (first_id, second_id, rule, suggested_run)
            SELECT pair.first_id, pair.second_id, MIN(pair.rule), ?
            FROM (SELECT LEAST(fresh.id, other.id) AS first_id, GREATEST(fresh.id, other.id) AS second_id,
                         CASE WHEN fresh.direction = 'OUTBOUND' THEN 'SAME_WORDS_OF_OURS'
                              ELSE 'SAME_WORDS_SAME_AUTHOR' END AS rule
                  FROM interaction fresh
                  JOIN interaction other ON other.fingerprint = fresh.fingerprint
                    AND other.occurred_at >= %s AND other.occurred_at <= %s
                    AND other.id <> fresh.id AND other.direction = fresh.direction
                    AND other.version_source <> fresh.version_source
                  LEFT JOIN participant author ON author.id = fresh.author_id
                  LEFT JOIN participant also ON also.id = other.author_id
                  WHERE fresh.changed_run > ? AND fresh.direction <> 'INTERNAL'
                    AND (fresh.direction = 'OUTBOUND' OR author.id = also.id OR author.name = also.name
                      OR author.handle = also.handle
                      OR EXISTS (SELECT 1 FROM link one JOIN link two ON two.contact_id = one.contact_id
                                 WHERE one.active_participant = author.id AND two.active_participant = also.id)
                      OR EXISTS (SELECT 1 FROM participant_identifier one
                                 JOIN participant_identifier two ON two.type = one.type AND two.value_text = one.value_text
                                 WHERE one.participant_id = author.id AND two.participant_id = also.id
                                   AND one.usable = TRUE))
                    AND NOT EXISTS (SELECT 1 FROM interaction_witness mine
                                    JOIN interaction_witness theirs ON theirs.source = mine.source
                                    WHERE mine.interaction_id = fresh.id AND theirs.interaction_id = other.id)) pair
            WHERE NOT EXISTS (SELECT 1 FROM duplicate_suggestion known
                              WHERE known.first_id = pair.first_id AND known.second_id = pair.second_id)
            GROUP BY pair.first_id, pair.second_id""".formatted(EARLIEST, LATEST);

    /** A message that was edited or withdrawn since may say something else now. */
    private static final String RETIRE = """
            DELETE FROM duplicate_suggestion WHERE first_id IN (SELECT id FROM interaction WHERE changed_run > ?)
              OR second_id IN (SELECT id FROM interaction WHERE changed_run > ?)""";

    private final JdbcTemplate jdbc;
    private final RunLedger ledger;
    private final long run;

    Suggestions(JdbcTemplate jdbc, RunLedger ledger, long run) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        long published = ledger.lastPublishedBefore(run);
        jdbc.update(RETIRE, published, published);
        contribution.incrementWriteCount(jdbc.update(SUGGEST, run, published));
        return RepeatStatus.FINISHED;
    }
}
