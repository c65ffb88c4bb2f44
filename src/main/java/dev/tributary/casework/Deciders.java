package dev.tributary.casework;

import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who linked a participant, or took it off a contact, without a case. Thread-safe. */
@Component
class Deciders {

    private static final String LAST = """
            SELECT actor, decided_at FROM (
              SELECT l.actor, l.decided_at FROM link l
              WHERE l.active_participant = :participant AND l.status = 'ASSERTED'
              UNION ALL
              SELECT n.actor, n.decided_at FROM never_match n
              WHERE n.participant_id = :participant AND n.active = TRUE) decided
            ORDER BY decided_at DESC LIMIT 1""";

    /** @param decidedAt in UTC */
    record Decider(String actor, LocalDateTime decidedAt) {}

    private final JdbcClient jdbc;

    Deciders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last of them; empty where nobody did. */
    Optional<Decider> last(long participant) {
        return jdbc.sql(LAST)
                .param("participant", participant)
                .query((row, number) -> new Decider(row.getString(1), row.getObject(2, LocalDateTime.class)))
                .optional();
    }
}
