package dev.tributary.landing;

import dev.tributary.run.FailureCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code source_window}. */
@Repository
class WindowLedger {

    private final JdbcClient jdbc;

    WindowLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asked again by the same run, the last word stands. */
    void note(SourceWindow window) {
        FailureCode code = window.code();
        jdbc.sql("""
                        INSERT INTO source_window (source, run_id, from_at, to_at, state, code, fetched, expected)
                        VALUES (:source, :run, :from, :to, :state, :code, :fetched, :expected)
                        ON DUPLICATE KEY UPDATE state = :state, code = :code, fetched = :fetched, expected = :expected
                        """)
                .param("source", window.source())
                .param("run", window.run())
                .param("from", utc(window.span().from()))
                .param("to", utc(window.span().to()))
                .param("state", window.state().name())
                .param("code", code == null ? null : code.name())
                .param("fetched", window.fetched())
                .param("expected", window.expected())
                .update();
    }

    /** Those that any moment of the span is in, in the order in which they were noted. */
    List<SourceWindow> of(String source, Span span) {
        return jdbc.sql("""
                        SELECT source, run_id, from_at, to_at, state, code, fetched, expected FROM source_window
                        WHERE source = :source AND to_at > :from AND from_at < :to ORDER BY id
                        """)
                .param("source", source)
                .param("from", utc(span.from()))
                .param("to", utc(span.to()))
                .query(WindowLedger::window)
                .list();
    }

    Optional<Instant> firstAsked(String source) {
        return time("SELECT MIN(from_at) FROM source_window WHERE source = :source", source);
    }

    /** The end of the last window, whatever came of it. */
    Optional<Instant> lastAsked(String source) {
        return time("SELECT MAX(to_at) FROM source_window WHERE source = :source", source);
    }

    /** The end of the last window that was walked to its own end. */
    Optional<Instant> askedUntil(String source) {
        return time("SELECT MAX(to_at) FROM source_window WHERE source = :source AND code IS NULL", source);
    }

    private Optional<Instant> time(String sql, String source) {
        return jdbc.sql(sql)
                .param("source", source)
                .query(LocalDateTime.class)
                .optional()
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }

    private static SourceWindow window(ResultSet row, int number) throws SQLException {
        String code = row.getString("code");
        return new SourceWindow(
                row.getString("source"),
                number(row, "run_id"),
                new Span(instant(row, "from_at"), instant(row, "to_at")),
                WindowState.valueOf(row.getString("state")),
                code == null ? null : FailureCode.valueOf(code),
                number(row, "fetched"),
                number(row, "expected"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
