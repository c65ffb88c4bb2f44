package dev.tributary.stage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits in quarantine. */
@Component
public class QuarantineList {

    /**
     * A record that could not be read or mapped.
     *
     * @param file the landing segment's file, below the landing folder
     * @param attempts in how many runs it was refused
     */
    public record Entry(
            String source,
            long segment,
            String file,
            long line,
            String code,
            String message,
            String mapping,
            int attempts) {}

    private final JdbcClient jdbc;

    QuarantineList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those that were never mended, by source, segment and line.
     *
     * @param source null for all sources
     * @param limit the most that are wanted
     */
    public List<Entry> open(@Nullable String source, int limit) {
        return jdbc.sql("""
                        SELECT q.source, q.segment, s.file, q.line, q.code, q.message, q.mapping, q.attempts
                        FROM quarantined_record q
                        JOIN landing_segment s ON s.source = q.source AND s.sequence = q.segment
                        WHERE q.mended_run IS NULL AND (:source IS NULL OR q.source = :source)
                        ORDER BY q.source, q.segment, q.line, q.ordinal LIMIT :limit""")
                .param("source", source)
                .param("limit", limit)
                .query(Entry.class)
                .list();
    }
}
