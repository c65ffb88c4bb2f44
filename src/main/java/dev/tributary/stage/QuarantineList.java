package dev.tributary.stage;

import dev.tributary.landing.Segment;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
     * @param ordinal from 0, among the records of the line
     * @param attempts in how many runs it was refused
     */
    public record Entry(
            String source,
            long segment,
            String file,
            long line,
            int ordinal,
            String code,
            String message,
            String mapping,
            int attempts) {}

    private static final String OPEN = """
            SELECT q.source, q.segment, s.file, q.line, q.ordinal, q.code, q.message, q.mapping, q.attempts
            FROM quarantined_record q
            JOIN landing_segment s ON s.source = q.source AND s.sequence = q.segment
            WHERE q.mended_run IS NULL""";

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
        return jdbc.sql(OPEN + """
                         AND (:source IS NULL OR q.source = :source)
                        ORDER BY q.source, q.segment, q.line, q.ordinal LIMIT :limit""")
                .param("source", source)
                .param("limit", limit)
                .query(Entry.class)
                .list();
    }

    /** How many there are of each source that has any. */
    public Map<String, Long> open() {
        Map<String, Long> open = new TreeMap<>();
        jdbc.sql("SELECT source, COUNT(*) FROM quarantined_record WHERE mended_run IS NULL GROUP BY source")
                .query(row -> {
                    open.put(row.getString(1), row.getLong(2));
                });
        return open;
    }

    /**
     * Where a record lies within its source.
     *
     * @param ordinal from 0, among the records of a line
     */
    public record Place(long segment, long line, int ordinal) {

        /** Before every record. */
        public static final Place FIRST = new Place(0, -1, -1);
    }

    /**
     * Those of a source that come after a place, in their order.
     *
     * @param limit the most that are wanted
     */
    public List<Entry> after(String source, Place place, int limit) {
        return jdbc.sql(OPEN + """
                         AND q.source = :source
                          AND (q.segment > :segment OR q.segment = :segment AND (q.line > :line
                               OR q.line = :line AND q.ordinal > :ordinal))
                        ORDER BY q.segment, q.line, q.ordinal LIMIT :limit""")
                .param("source", source)
                .param("segment", place.segment())
                .param("line", place.line())
                .param("ordinal", place.ordinal())
                .param("limit", limit)
                .query(Entry.class)
                .list();
    }

    /**
     * Those of the segments in which a record was in quarantine when the run began: the same at any moment of the run, so that one
     * that goes on shares them out as it did before.
     */
    List<Segment> segments(List<Segment> all, long run) {
        Set<String> wanted = new HashSet<>();
        jdbc.sql("""
                        SELECT DISTINCT source, segment FROM quarantined_record
                        WHERE (mended_run IS NULL OR mended_run = :run) AND first_run < :run""").param("run", run).query(row -> {
            wanted.add(row.getString(1) + '/' + row.getLong(2));
        });
        return all.stream()
                .filter(it -> wanted.contains(it.source() + '/' + it.sequence()))
                .toList();
    }
}
