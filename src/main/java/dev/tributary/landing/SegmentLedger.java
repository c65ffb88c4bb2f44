package dev.tributary.landing;

import dev.tributary.run.Home;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The rows of {@code landing_segment} and {@code source_cursor}. */
@Repository
class SegmentLedger {

    private static final String SEGMENT =
            "SELECT id, source, sequence, file, origin, bytes, landed_at FROM landing_segment ";

    private final JdbcClient jdbc;
    private final Path landing;

    SegmentLedger(JdbcClient jdbc, Home home) {
        this.jdbc = jdbc;
        this.landing = home.landing().toAbsolutePath();
    }

    long nextSequence(String source) {
        return jdbc.sql("SELECT COALESCE(MAX(sequence), 0) + 1 FROM landing_segment WHERE source = :source")
                .param("source", source)
                .query(Long.class)
                .single();
    }

    Optional<Segment> find(String source, String origin, String sha256) {
        return jdbc.sql(SEGMENT
                        + "WHERE source = :source AND origin = :origin AND sha256 = :sha256 ORDER BY sequence LIMIT 1")
                .param("source", source)
                .param("origin", origin)
                .param("sha256", sha256)
                .query(this::segment)
                .optional();
    }

    Segment insert(Arrival arrival, long sequence, Path file, Fingerprint content) {
        KeyHolder id = new GeneratedKeyHolder();
        LocalDateTime now = now();
        jdbc.sql("""
                        INSERT INTO landing_segment (source, sequence, file, origin, bytes, sha256, cursor_before,
                          cursor_after, state, landed_run, landed_at)
                        VALUES (:source, :sequence, :file, :origin, :bytes, :sha256, :before, :after, 'LANDED', :run, :now)
                        """)
                .param("source", arrival.source())
                .param("sequence", sequence)
                .param("file", landing.relativize(file).toString().replace('\\', '/'))
                .param("origin", arrival.origin())
                .param("bytes", content.bytes())
                .param("sha256", content.sha256())
                .param("before", arrival.cursorBefore())
                .param("after", arrival.cursorAfter())
                .param("run", arrival.runId())
                .param("now", now)
                .update(id, "id");
        return new Segment(
                Objects.requireNonNull(id.getKey()).longValue(),
                arrival.source(),
                sequence,
                file,
                arrival.origin(),
                content.bytes(),
                now);
    }

    void moveCursor(String source, String position) {
        jdbc.sql("""
                        INSERT INTO source_cursor (source, position, moved_at) VALUES (:source, :position, :now)
                        ON DUPLICATE KEY UPDATE position = :position, moved_at = :now
                        """)
                .param("source", source)
                .param("position", position)
                .param("now", now())
                .update();
    }

    Optional<String> cursor(String source) {
        return jdbc.sql("SELECT position FROM source_cursor WHERE source = :source")
                .param("source", source)
                .query(String.class)
                .optional();
    }

    Optional<Instant> cursorMoved(String source) {
        return jdbc.sql("SELECT moved_at FROM source_cursor WHERE source = :source")
                .param("source", source)
                .query(LocalDateTime.class)
                .optional()
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }

    List<Segment> pending(Collection<String> sources, long runId) {
        String condition =
                "WHERE (state = 'LANDED' OR staged_run = :run) AND landed_run IS NOT NULL AND source IN (:sources)"
                        + " ORDER BY source, sequence";
        return list(condition, Map.of("sources", sources, "run", runId));
    }

    List<Segment> all(Collection<String> sources) {
        return list(
                "WHERE landed_run IS NOT NULL AND source IN (:sources) ORDER BY source, sequence",
                Map.of("sources", sources));
    }

    List<Standing> standings() {
        return jdbc.sql("""
                        SELECT s.source, COUNT(*) AS segments, MAX(s.sequence) AS last_sequence,
                               MAX(s.landed_at) AS last_landed_at, MAX(c.moved_at) AS cursor_moved_at
                        FROM landing_segment s LEFT JOIN source_cursor c ON c.source = s.source
                        GROUP BY s.source""").query(Standing.class).list();
    }

    int adopt(String source, long runId) {
        return jdbc.sql("UPDATE landing_segment SET landed_run = :run WHERE landed_run IS NULL AND source = :source")
                .param("run", runId)
                .param("source", source)
                .update();
    }

    int segments(String source, long runId) {
        return jdbc.sql("SELECT COUNT(*) FROM landing_segment WHERE landed_run = :run AND source = :source")
                .param("run", runId)
                .param("source", source)
                .query(Integer.class)
                .single();
    }

    void staged(long id, long records, long runId) {
        jdbc.sql("UPDATE landing_segment SET state = 'STAGED', records = :records, staged_run = :run WHERE id = :id")
                .param("records", records)
                .param("run", runId)
                .param("id", id)
                .update();
    }

    private List<Segment> list(String condition, Map<String, ?> parameters) {
        return parameters.get("sources").equals(List.of())
                ? List.of()
                : jdbc.sql(SEGMENT + condition)
                        .params(parameters)
                        .query(this::segment)
                        .list();
    }

    private Segment segment(ResultSet row, int number) throws SQLException {
        return new Segment(
                row.getLong("id"),
                row.getString("source"),
                row.getLong("sequence"),
                landing.resolve(row.getString("file")),
                row.getString("origin"),
                row.getLong("bytes"),
                row.getObject("landed_at", LocalDateTime.class));
    }

    /** The tables hold UTC, and a text without a zone passes a driver unchanged. */
    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
