package dev.tributary.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long customers wait, week by week, as it was told at night; and who waits. Thread-safe. */
@Component
public class WaitingTimes {

    /** What a wait is, in two sentences or so, for those who look at the numbers. */
    public static final String DEFINITION = ResponseTimesSheet.WAIT + ".";

    private static final String UNANSWERED = """
            SELECT w.interaction_id AS interaction, w.asked_at, w.channel, COALESCE(p.name, p.handle, p.native_id) AS who,
                   c.external_id AS contact, c.name AS contact_name
            FROM response_wait w
            JOIN interaction i ON i.id = w.interaction_id
            LEFT JOIN participant p ON p.id = i.author_id
            LEFT JOIN link l ON l.active_participant = p.id
            LEFT JOIN crm_contact held ON held.id = l.contact_id
            LEFT JOIN crm_contact c ON c.id = COALESCE(held.survivor_id, held.id)
            WHERE w.answered_by IS NULL AND w.asked_at >= :from
              AND (:channel IS NULL OR w.channel = :channel)
              AND (w.asked_at < :at OR w.asked_at = :at AND w.interaction_id < :interaction)
            ORDER BY w.asked_at DESC, w.interaction_id DESC LIMIT :limit""";

    private final JdbcClient jdbc;

    WaitingTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The waits of a channel that began in one week.
     *
     * @param start the Monday, UTC
     * @param medianSeconds of the answered ones; null without any
     * @param ninetiethSeconds nine of ten answered ones were not longer; null without any
     * @param within15Minutes answered within 15 minutes
     * @param within60Minutes answered within 60 minutes, the former among them
     */
    public record Week(
            String channel,
            LocalDate start,
            long waits,
            long answered,
            @Nullable Integer medianSeconds,
            @Nullable Integer ninetiethSeconds,
            long within15Minutes,
            long within60Minutes) {

        /** Those that nobody answered. */
        public long unanswered() {
            return waits - answered;
        }
    }

    /**
     * A question that nobody answered.
     *
     * @param askedAt UTC
     * @param who the name, else the handle or the id that the channel gives; null where it gives none
     * @param contact the id in the CRM of the contact who asked; null where it is nobody's
     */
    public record Unanswered(
            long interaction,
            LocalDateTime askedAt,
            String channel,
            @Nullable String who,
            @Nullable String contact,
            @Nullable String contactName) {}

    /** The Monday of the newest week in which anybody waited. */
    public Optional<LocalDate> newest() {
        return jdbc.sql("SELECT MAX(week_start) FROM response_week")
                .query(LocalDate.class)
                .optional();
    }

    /** The channels on which anybody ever waited. */
    public List<String> channels() {
        return jdbc.sql("SELECT DISTINCT channel FROM response_week ORDER BY channel")
                .query(String.class)
                .list();
    }

    /**
     * The weeks with waits, by channel and week.
     *
     * @param from the Monday of the first that is wanted
     * @param channel null for all
     */
    public List<Week> weeks(LocalDate from, @Nullable String channel) {
        return jdbc.sql("""
                        SELECT channel, week_start, waits, answered, median_seconds, ninetieth_seconds, within_15_minutes,
                               within_60_minutes
                        FROM response_week WHERE week_start >= :from AND (:channel IS NULL OR channel = :channel)
                        ORDER BY channel, week_start""")
                .param("from", from)
                .param("channel", channel)
                .query((row, number) -> new Week(
                        row.getString("channel"),
                        row.getObject("week_start", LocalDate.class),
                        row.getLong("waits"),
                        row.getLong("answered"),
                        row.getObject("median_seconds", Integer.class),
                        row.getObject("ninetieth_seconds", Integer.class),
                        row.getLong("within_15_minutes"),
                        row.getLong("within_60_minutes")))
                .list();
    }

    /**
     * Who asked and got no answer, the newest first.
     *
     * @param from the first day that is wanted
     * @param channel null for all
     * @param at only those asked before; of those asked at that very time only messages with a smaller number than {@code interaction}
     * @param limit the most that are wanted
     */
    public List<Unanswered> unanswered(
            LocalDate from, @Nullable String channel, LocalDateTime at, long interaction, int limit) {
        return jdbc.sql(UNANSWERED)
                .param("from", from.atStartOfDay())
                .param("channel", channel)
                .param("at", at)
                .param("interaction", interaction)
                .param("limit", limit)
                .query(Unanswered.class)
                .list();
    }
}
