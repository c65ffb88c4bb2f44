package dev.tributary.timeline;

import dev.tributary.store.Portions;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The links that stand and that runs made since one that was published, some at a time. Not thread-safe. */
final class NewLinks {

    private static final String FIRST = "SELECT MIN(id) FROM link WHERE run_id > :published";

    private static final String NEXT = """
            SELECT id, active_participant FROM link
            WHERE id >= :next AND run_id > :published AND active_participant IS NOT NULL
            ORDER BY id LIMIT %d""".formatted(Portions.LARGEST);

    private record Made(long id, long activeParticipant) {}

    private final JdbcClient jdbc;
    private final long published;
    private long next;

    /** @param published a run; 0 where none was published yet: then no message was either, and no link need bring it its past */
    NewLinks(JdbcClient jdbc, long published) {
        this.jdbc = jdbc;
        this.published = published;
        this.next = published == 0
                ? Long.MAX_VALUE
                : jdbc.sql(FIRST)
                        .param("published", published)
                        .query(Long.class)
                        .optional()
                        .orElse(Long.MAX_VALUE);
    }

    /** Whom the next of them link; empty where there are no more. */
    List<Long> nextParticipants() {
        List<Made> some = jdbc.sql(NEXT)
                .param("next", next)
                .param("published", published)
                .query(Made.class)
                .list();
        next = some.isEmpty() ? Long.MAX_VALUE : some.get(some.size() - 1).id() + 1;
        return some.stream().map(Made::activeParticipant).toList();
    }
}
