package dev.tributary.stage;

import dev.tributary.stage.Normalised.Refused;
import dev.tributary.stage.StageItem.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The records that could not be read or mapped, with the reason; their content stays in the landing segment. */
final class Quarantine {

    private static final String WRITE = """
            INSERT INTO quarantined_record
              (source, segment, line, ordinal, code, message, mapping, first_run, last_run, attempts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
            ON DUPLICATE KEY UPDATE
              attempts = CASE WHEN last_run < VALUES(last_run) THEN attempts + 1 ELSE attempts END,
              code = VALUES(code), message = VALUES(message), mapping = VALUES(mapping), mended_run = NULL,
              last_run = VALUES(last_run)""";

    private final JdbcTemplate jdbc;
    private final long run;

    Quarantine(JdbcTemplate jdbc, long run) {
        this.jdbc = jdbc;
        this.run = run;
    }

    void write(Collection<Refused> refused) {
        List<Object[]> rows = new ArrayList<>();
        for (Refused it : refused) {
            Position at = it.position();
            String reason = Texts.cut(it.reason(), 1000);
            rows.add(new Object[] {
                it.source(), at.segment(), at.line(), at.ordinal(), it.code().name(), reason, it.mapping(), run, run
            });
        }
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(WRITE, rows);
        }
    }

    /** Records of a segment that was read again and are not refused any more. */
    void mended(String source, long segment) {
        jdbc.update("""
                UPDATE quarantined_record SET mended_run = ?
                WHERE source = ? AND segment = ? AND last_run < ? AND mended_run IS NULL""", run, source, segment, run);
    }
}
