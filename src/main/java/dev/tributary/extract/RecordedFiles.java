package dev.tributary.extract;

import dev.tributary.definition.SftpExtract;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code remote_file}. */
@Repository
class RecordedFiles implements LandedFiles {

    /** Times on servers are whole seconds, and clocks differ: a file as young as this may change and look the same. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private final JdbcClient jdbc;

    RecordedFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean knows(RemoteFile file) {
        return file.modified() != null
                && jdbc.sql("SELECT COUNT(*) FROM remote_file WHERE source = :source AND file_key = :key"
                                        + " AND bytes = :bytes AND modified_at = :modified")
                                .param("source", file.run().name())
                                .param("key", key(file))
                                .param("bytes", file.bytes())
                                .param("modified", utc(file.modified()))
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    @Override
    public void keepInMind(RemoteFile file) {
        if (hasSettled(file.modified())) {
            jdbc.sql("""
                            INSERT INTO remote_file (source, file_key, bytes, modified_at, landed_run)
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

    private static boolean hasSettled(@Nullable Instant modified) {
        return modified != null && modified.isBefore(Instant.now().minus(SETTLED));
    }

    private static LocalDateTime utc(@Nullable Instant time) {
        return LocalDateTime.ofInstant(time == null ? Instant.EPOCH : time, ZoneOffset.UTC);
    }

    private static String key(RemoteFile file) {
        SftpExtract sftp = (SftpExtract) file.run().source().extract();
        String whole = sftp.host() + ":" + sftp.port() + " " + sftp.user() + " " + file.path();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
