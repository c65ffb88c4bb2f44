package dev.tributary.stage;

import dev.tributary.run.RunLedger;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Gives a public reply of ours, which names nobody, to the author of what it answers. Looks at both what was said and what was
 * answered since the last run that was published, for either may arrive first.
 */
class AddressReplies implements Tasklet {

    private static final String UNADDRESSED = """
            FROM interaction reply
            JOIN interaction answered ON answered.natural_key = reply.parent_key
            JOIN participant author ON author.id = answered.author_id AND author.side = 1
            WHERE reply.direction = 'OUTBOUND'
              AND NOT EXISTS (SELECT 1 FROM interaction_participant known
                              WHERE known.interaction_id = reply.id AND known.role = 'RECIPIENT')""";

    /** An answer that came before its question is published again. */
    private static final String TOUCH = """
            UPDATE interaction SET changed_run = ? WHERE id IN (SELECT id FROM (SELECT reply.id %s
              AND reply.changed_run <= ? AND answered.changed_run > ?) late)""".formatted(UNADDRESSED);

    private static final String ADDRESS = """
            INSERT INTO interaction_participant (interaction_id, participant_id, role)
            SELECT reply.id, answered.author_id, 'RECIPIENT' %s AND reply.changed_run > ?""".formatted(UNADDRESSED);

    private final JdbcTemplate jdbc;
    private final RunLedger ledger;
    private final long run;

    AddressReplies(JdbcTemplate jdbc, RunLedger ledger, long run) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        long published = ledger.lastPublishedBefore(run);
        jdbc.update(TOUCH, run, published, published);
        int addressed = jdbc.update(ADDRESS, published);
        contribution.incrementWriteCount(addressed);
        return RepeatStatus.FINISHED;
    }
}
