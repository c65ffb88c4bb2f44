package dev.tributary.review;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which contacts a person said are two. What was said of two contacts holds for the two clusters that they are in now. */
@Component
class NeverMerges {

    private static final String SAY = """
            INSERT INTO never_merge (first_id, second_id, active, actor, reason, decided_at)
            VALUES (:first, :second, TRUE, :actor, :reason, :now)
            ON DUPLICATE KEY UPDATE active = TRUE, actor = VALUES(actor), reason = VALUES(reason),
              decided_at = VALUES(decided_at)""";

    private static final String SAID = """
            SELECT n.first_id, n.second_id FROM never_merge n
            JOIN crm_contact one ON one.id = n.first_id JOIN crm_contact other ON other.id = n.second_id
            WHERE n.active = TRUE
              AND ((COALESCE(one.survivor_id, one.id) = :a AND COALESCE(other.survivor_id, other.id) = :b)
                OR (COALESCE(one.survivor_id, one.id) = :b AND COALESCE(other.survivor_id, other.id) = :a))""";

    private static final String FORGIVE = """
            UPDATE never_merge SET active = FALSE, actor = :actor, reason = :reason, decided_at = :now
            WHERE first_id = :first AND second_id = :second""";

    private record Pair(long first, long second) {

        private static Pair of(long one, long other) {
            return new Pair(Math.min(one, other), Math.max(one, other));
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    NeverMerges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void say(long one, long other, By by) {
        write(SAY, Pair.of(one, other), by);
    }

    /** @param one and {@code other}: contacts that stand for themselves */
    boolean isSaid(long one, long other) {
        return !said(one, other).isEmpty();
    }

    /** Takes back whatever was said of the two clusters. */
    void forgive(long one, long other, By by) {
        said(one, other).forEach(pair -> write(FORGIVE, pair, by));
    }

    private void write(String sql, Pair pair, By by) {
        jdbc.sql(sql)
                .params(by.at(LocalDateTime.now(clock)))
                .param("first", pair.first())
                .param("second", pair.second())
                .update();
    }

    private List<Pair> said(long one, long other) {
        return jdbc.sql(SAID)
                .param("a", one)
                .param("b", other)
                .query((row, number) -> new Pair(row.getLong(1), row.getLong(2)))
                .list();
    }
}
