package dev.tributary.timeline;

import dev.tributary.run.RunLedger;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Puts on each contact's timeline what changed since the last run that was published: interactions that came or changed, and all
 * the past of participants who were linked since. A range of interactions at a time, each in its own transaction.
 */
class Publish implements Tasklet {

    private static final String NEXT = "publish.next";
    private static final long RANGE = 20_000;

    private static final String ENTRIES = """
            INSERT INTO crm_timeline_entry
              (contact_id, interaction_id, participant_id, occurred_at, channel, account, type, direction, visibility,
               author, subject, body, thread, url, edited, deleted, content_hash, episode, undated)
            SELECT own.contact_id, i.id, own.participant_id, i.occurred_at, i.channel, i.account, i.type, i.direction,
                   i.visibility, COALESCE(a.name, a.handle, a.native_id), i.subject, i.body, i.conversation_id, i.url,
                   CASE WHEN i.edited_at IS NULL THEN FALSE ELSE TRUE END,
                   CASE WHEN i.deleted_at IS NULL THEN FALSE ELSE TRUE END, i.content_hash,
                   COALESCE(part.episode, i.conversation_key), i.undated
            FROM (SELECT l.contact_id, ip.interaction_id, MIN(l.participant_id) AS participant_id
                  FROM interaction fresh
                  JOIN interaction_participant ip ON ip.interaction_id = fresh.id
                  JOIN link l ON l.active_participant = ip.participant_id
                  WHERE fresh.id >= ? AND fresh.id < ? AND (fresh.changed_run > ? OR l.run_id > ?)
                    AND ((fresh.direction = 'INBOUND' AND ip.role = 'AUTHOR')
                      OR (fresh.direction = 'OUTBOUND' AND ip.role = 'RECIPIENT'))
                  GROUP BY l.contact_id, ip.interaction_id) own
            JOIN interaction i ON i.id = own.interaction_id
            LEFT JOIN participant a ON a.id = i.author_id
            LEFT JOIN episode_part part ON part.conversation_key = i.conversation_key
                                       AND part.participant_id = own.participant_id
            ON DUPLICATE KEY UPDATE
              participant_id = VALUES(participant_id), occurred_at = VALUES(occurred_at), type = VALUES(type),
              direction = VALUES(direction), visibility = VALUES(visibility), author = VALUES(author),
              subject = VALUES(subject), body = VALUES(body), thread = VALUES(thread), url = VALUES(url),
              edited = VALUES(edited), deleted = VALUES(deleted), content_hash = VALUES(content_hash),
              episode = VALUES(episode), undated = VALUES(undated)""";

    private static final String POINTS = """
            INSERT INTO crm_contact_point (contact_id, type, value_text, raw, usable, origin)
            SELECT l.contact_id, i.type, i.value_text, MIN(i.raw), TRUE, 'TRIBUTARY'
            FROM link l JOIN participant_identifier i ON i.participant_id = l.active_participant
            WHERE i.usable = TRUE AND i.grade <> 'DECLARED'
              AND NOT EXISTS (SELECT 1 FROM crm_contact_point known WHERE known.contact_id = l.contact_id
                              AND known.type = i.type AND known.value_text = i.value_text)
            GROUP BY l.contact_id, i.type, i.value_text""";

    private final JdbcTemplate jdbc;
    private final RunLedger ledger;
    private final long run;

    Publish(JdbcTemplate jdbc, RunLedger ledger, long run) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        ExecutionContext context = chunk.getStepContext().getStepExecution().getExecutionContext();
        long published = ledger.lastPublishedBefore(run);
        Long first = jdbc.queryForObject("SELECT MIN(id) FROM interaction WHERE id >= ?", Long.class, next(context));
        if (first == null) {
            jdbc.update(POINTS);
            ledger.published(run);
            return RepeatStatus.FINISHED;
        }
        contribution.incrementWriteCount(jdbc.update(ENTRIES, first, first + RANGE, published, published));
        context.putLong(NEXT, first + RANGE);
        return RepeatStatus.CONTINUABLE;
    }

    private static long next(ExecutionContext context) {
        return context.getLong(NEXT, 0);
    }
}
