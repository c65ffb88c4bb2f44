package dev.tributary.extract;

import dev.tributary.landing.Imprint;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code kept_file}. */
@Repository
class RecordedFiles implements LandedFiles {

    /** Times may be whole seconds, and clocks differ: a file as young as this may change and look the same. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    /** By what a file is known again at its place. */
    private record Look(long bytes, LocalDateTime modified) {

        static Look of(KeptFile file) {
            return new Look(file.bytes(), utc(file.modified()));
        }
    }

    RecordedFiles(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public <T extends KeptFile> List<T> without(String source, List<T> files) {
        Map<String, Look> known = new HashMap<>();
        jdbc.sql("SELECT file_key, bytes, modified_at FROM kept_file WHERE source = :source")
                .param("source", source)
                .query(row -> {
                    known.put(
                            row.getString("file_key"),
                            new Look(row.getLong("bytes"), row.getObject("modified_at", LocalDateTime.class)));
                });
        return files.stream()
                .filter(file -> file.modified() == null || !Look.of(file).equals(known.get(key(file))))
                .toList();
    }

    @Override
    public void keepInMind(KeptFile file) {
        if (hasSettled(file.modified())) {
            jdbc.sql("""
                            INSERT INTO kept_file (source, file_key, bytes, modified_at, landed_run)
                            VALUES (:source, :key, :bytes, :modified, :run)
                            ON DUPLICATE KEY UPDATE bytes = :bytes, modified_at = :modified, landed_run = :run
                            """)
                    .param("source", file.run().name())
                    .param("key", key(file))
                    .param("bytes", file.bytes())
                    .param("modified", utc(file.modified()))
                    .param("run", file.run().runId())
                    .update();
        }
    }

    private boolean hasSettled(@Nullable Instant modified) {
        return modified != null && modified.isBefore(clock.instant().minus(SETTLED));
    }

    private static LocalDateTime utc(@Nullable Instant time) {
        Instant known = time == null ? Instant.EPOCH : time;
        return LocalDateTime.ofInstant(known.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    private static String key(KeptFile file) {
        return Imprint.of(file.place().getBytes(StandardCharsets.UTF_8));
    }
}
