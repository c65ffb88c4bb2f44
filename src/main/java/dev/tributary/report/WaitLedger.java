package dev.tributary.report;

import dev.tributary.interaction.Direction;
import dev.tributary.store.BulkInsert;
import dev.tributary.store.FetchSize;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code response_wait}, {@code customer_episode} and {@code response_channel}: what is told of each episode. */
final class WaitLedger {

    /** What counts: all but notes among colleagues and what the customer took back. */
    private static final String COUNTS = """
            i.occurred_at IS NOT NULL AND i.undated = FALSE
              AND (i.direction = 'OUTBOUND' OR i.direction = 'INBOUND' AND i.deleted_at IS NULL)
              AND (i.type IS NULL OR i.type <> 'NOTE')
              AND (i.visibility IS NULL OR i.visibility <> 'INTERNAL')""";

    /** Whose episode it is: the customer's who wrote it, or those whom we answered. */
    private static final String CUSTOMERS = """
            customer.interaction_id = i.id
              AND ((i.direction = 'INBOUND' AND customer.role = 'AUTHOR')
                OR (i.direction = 'OUTBOUND' AND customer.role = 'RECIPIENT'))""";

    /**
     * The messages of some episodes: those that parts are known of, and the conversations that nobody took apart. INBOUND sorts before
     * OUTBOUND: of two messages in the same second the question was first. Of two questions it is the one with the lesser natural
     * key, in whatever order they came in.
     */
    private static final String MESSAGES = """
            SELECT part.episode, i.occurred_at, i.direction, i.natural_key, i.id, i.channel, i.type
            FROM episode_part part
            JOIN interaction i ON i.conversation_key = part.conversation_key
            JOIN interaction_participant customer ON customer.participant_id = part.participant_id AND %1$s
            WHERE part.episode %3$s AND %2$s
            UNION ALL
            SELECT i.conversation_key, i.occurred_at, i.direction, i.natural_key, i.id, i.channel, i.type
            FROM interaction i
            LEFT JOIN interaction_participant customer ON %1$s
            LEFT JOIN episode_part part ON part.conversation_key = i.conversation_key
                                       AND part.participant_id = customer.participant_id
            WHERE i.conversation_key %3$s AND part.episode IS NULL AND %2$s
            ORDER BY 1, 2, 3, 4""";

    /** The episodes in which a message changed, as they are now, and those in which it was the question, the answer, or the first word. */
    private static final String CHANGED = """
            SELECT episode FROM (
              SELECT COALESCE(part.episode, i.conversation_key) AS episode
              FROM interaction i
              LEFT JOIN interaction_participant customer ON %s
              LEFT JOIN episode_part part ON part.conversation_key = i.conversation_key
                                         AND part.participant_id = customer.participant_id
              WHERE i.changed_run > :since
              UNION
              SELECT w.episode FROM response_wait w JOIN interaction i ON i.id = w.interaction_id WHERE i.changed_run > :since
              UNION
              SELECT w.episode FROM response_wait w JOIN interaction i ON i.id = w.answered_by WHERE i.changed_run > :since
              UNION
              SELECT c.episode FROM customer_episode c JOIN interaction i ON i.id = c.said_id WHERE i.changed_run > :since
              UNION
              SELECT c.episode FROM customer_episode c JOIN interaction i ON i.id = c.begin_id WHERE i.changed_run > :since
            ) changed WHERE episode BETWEEN :first AND :last""".formatted(CUSTOMERS);

    private static final String THESE = "IN (:episodes)";
    private static final String ALL_BETWEEN = "BETWEEN :first AND :last";

    private static final String ADD_CONVERSATIONS = """
            INSERT INTO response_channel (channel, conversations) VALUES (?, ?)
            ON DUPLICATE KEY UPDATE conversations = conversations + VALUES(conversations)""";

    private final JdbcTemplate rows;
    private final JdbcClient jdbc;
    private final BulkInsert table;
    private final BulkInsert firstWords;
    private final int fetchSize;

    WaitLedger(JdbcTemplate rows) {
        this.rows = rows;
        this.jdbc = JdbcClient.create(rows);
        this.table = BulkInsert.into(rows, "response_wait", "interaction_id", KeptWait.COLUMNS);
        this.firstWords = BulkInsert.into(rows, "customer_episode", "episode", FirstWord.COLUMNS);
        this.fetchSize = FetchSize.streaming(Objects.requireNonNull(rows.getDataSource()));
    }

    /** How many messages changed after a run. */
    long changedSince(long run) {
        return jdbc.sql("SELECT COUNT(*) FROM interaction WHERE changed_run > :since")
                .param("since", run)
                .query(Long.class)
                .single();
    }

    /** The episodes of a range in which something changed after a run, each once. */
    List<byte[]> episodesChangedSince(long run, KeyRange range) {
        return jdbc.sql(CHANGED)
                .param("since", run)
                .params(parameters(range))
                .query((row, number) -> row.getBytes(1))
                .list();
    }

    /** Tells the waits of some episodes anew, and writes what differs; gives the weeks in which anything does. */
    Set<Week> replace(Collection<byte[]> episodes) {
        return replace(THESE, Map.of("episodes", episodes));
    }

    /** The same of all episodes of a range. */
    Set<Week> replace(KeyRange range) {
        return replace(ALL_BETWEEN, parameters(range));
    }

    private static Map<String, Object> parameters(KeyRange range) {
        return Map.of("first", range.first().bytes(), "last", range.last().bytes());
    }

    private Set<Week> replace(String which, Map<String, ?> parameters) {
        ToldEpisodes told = new ToldEpisodes();
        Waits waits = new Waits(told);
        jdbc.sql(MESSAGES.formatted(CUSTOMERS, COUNTS, which))
                .withFetchSize(fetchSize)
                .params(parameters)
                .query(row -> {
                    waits.next(message(row));
                });
        waits.end();
        replaceWords(told.words(), which, parameters);
        return replaceWaits(told.waits(), which, parameters);
    }

    private void replaceWords(Set<FirstWord> after, String which, Map<String, ?> parameters) {
        Set<FirstWord> before = new HashSet<>(jdbc.sql(select(FirstWord.COLUMNS, "customer_episode", which))
                .params(parameters)
                .query((row, number) -> FirstWord.of(row))
                .list());
        List<FirstWord> gone = without(before, after).toList();
        List<FirstWord> fresh = without(after, before)
                .sorted(Comparator.comparing(FirstWord::episode))
                .toList();
        rows.batchUpdate(
                "DELETE FROM customer_episode WHERE episode = ? AND channel = ?",
                gone.stream()
                        .map(word -> new Object[] {word.episode().bytes(), word.channel()})
                        .toList());
        firstWords.absent(fresh.stream().map(FirstWord::row).toList());
        Map<String, Integer> begun = new TreeMap<>();
        fresh.forEach(word -> begun.merge(word.channel(), word.begins() ? 1 : 0, Integer::sum));
        gone.forEach(word -> begun.merge(word.channel(), word.begins() ? -1 : 0, Integer::sum));
        rows.batchUpdate(
                ADD_CONVERSATIONS,
                begun.entrySet().stream()
                        .map(it -> new Object[] {it.getKey(), it.getValue()})
                        .toList());
    }

    private Set<Week> replaceWaits(Set<KeptWait> after, String which, Map<String, ?> parameters) {
        Set<KeptWait> before = new HashSet<>(jdbc.sql(select(KeptWait.COLUMNS, "response_wait", which))
                .params(parameters)
                .query((row, number) -> KeptWait.of(row))
                .list());
        List<KeptWait> gone = without(before, after).toList();
        rows.batchUpdate(
                "DELETE FROM response_wait WHERE interaction_id = ? AND episode = ?",
                gone.stream()
                        .map(it -> new Object[] {it.interaction(), it.episode().bytes()})
                        .toList());
        List<KeptWait> fresh = without(after, before)
                .sorted(Comparator.comparing(KeptWait::interaction).thenComparing(KeptWait::episode))
                .toList();
        table.absent(fresh.stream().map(KeptWait::row).toList());
        return Stream.concat(gone.stream(), fresh.stream()).map(KeptWait::week).collect(Collectors.toSet());
    }

    private static String select(List<String> columns, String from, String which) {
        return "SELECT " + String.join(", ", columns) + " FROM " + from + " WHERE episode " + which;
    }

    private static <T> Stream<T> without(Set<T> some, Set<T> others) {
        return some.stream().filter(it -> !others.contains(it));
    }

    private static Waits.Message message(ResultSet row) throws SQLException {
        return new Waits.Message(
                row.getBytes("episode"),
                row.getLong("id"),
                row.getObject("occurred_at", LocalDateTime.class),
                Direction.valueOf(row.getString("direction")),
                row.getString("channel"),
                "CALL".equals(row.getString("type")));
    }
}
