package dev.tributary.report;

import dev.tributary.interaction.NaturalKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wait as it is kept: a row of {@code response_wait}.
 *
 * @param interaction the number of the question
 * @param askedAt UTC, as {@code answeredAt}
 * @param seconds at most as many as the column takes; null where nobody answered
 */
record KeptWait(
        long interaction,
        NaturalKey episode,
        Week week,
        LocalDateTime askedAt,
        @Nullable Long answeredBy,
        @Nullable LocalDateTime answeredAt,
        @Nullable Long seconds) {

    /** In the order of {@link #row}. */
    static final List<String> COLUMNS = List.of(
            "interaction_id", "episode", "channel", "week_start", "asked_at", "answered_by", "answered_at", "seconds");

    static KeptWait of(Wait wait) {
        Waits.Message question = wait.question();
        Long seconds = wait.seconds();
        return new KeptWait(
                question.interaction(),
                NaturalKey.of(question.episode()),
                Week.of(question),
                question.at(),
                wait.answeredBy(),
                wait.answeredAt(),
                seconds == null ? null : Math.min(seconds, Integer.MAX_VALUE));
    }

    static KeptWait of(ResultSet row) throws SQLException {
        return new KeptWait(
                row.getLong(1),
                NaturalKey.of(row.getBytes(2)),
                new Week(row.getString(3), row.getObject(4, LocalDate.class)),
                row.getObject(5, LocalDateTime.class),
                row.getObject(6, Long.class),
                row.getObject(7, LocalDateTime.class),
                row.getObject(8, Long.class));
    }

    @Nullable
    Object[] row() {
        return new @Nullable Object[] {
            interaction, episode.bytes(), week.channel(), week.start(), askedAt, answeredBy, answeredAt, seconds
        };
    }
}
