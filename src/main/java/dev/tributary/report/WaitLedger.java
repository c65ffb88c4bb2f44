package dev.tributary.report;

import dev.tributary.interaction.Direction;
import dev.tributary.store.BulkInsert;
import dev.tributary.store.FetchSize;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of {@code response_wait}, {@code response_week}, {@code response_answers}, {@code customer_episode} and
 * {@code response_channel}.
 */
final class WaitLedger {

    private static final int MINUTE = 60;

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

    private static final String ADD_WEEK = """
            INSERT INTO response_week
              (channel, week_start, waits, answered, median_seconds, ninetieth_seconds, within_15_minutes, within_60_minutes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String OF_WEEK = " WHERE channel = ? AND week_start = ?";

    private static final String ADD_ANSWERS =
            "INSERT INTO response_answers (channel, week_start, part, seconds) VALUES (?, ?, ?, ?)";

    private static final String WITHOUT_ANSWERS = """
            SELECT w.channel, w.week_start FROM response_week w
            WHERE w.answered > 0 AND NOT EXISTS (SELECT 1 FROM response_answers a
                                                 WHERE a.channel = w.channel AND a.week_start = w.week_start)""";

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

    /** A channel in a week, by its Monday. */
    record Week(String channel, LocalDate start) {

        static Week of(Waits.Message question) {
            LocalDate day = question.at().toLocalDate();
            return new Week(question.channel(), day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
        }
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

    /** Adds the waits of some weeks up anew. */
    void addUp(Collection<Week> weeks) {
        for (Week week : weeks) {
            Delays answers = new Delays();
            long waits = waitsOf(week, answers);
            rows.update("DELETE FROM response_week" + OF_WEEK, week.channel(), week.start());
            rows.update("DELETE FROM response_answers" + OF_WEEK, week.channel(), week.start());
            if (waits > 0) {
                rows.update(ADD_WEEK, row(week, waits, answers));
                List<byte[]> parts = answers.parts();
                rows.batchUpdate(
                        ADD_ANSWERS,
                        IntStream.range(0, parts.size())
                                .mapToObj(part -> new Object[] {week.channel(), week.start(), part, parts.get(part)})
                                .toList());
            }
        }
    }

    /** The weeks that were added up by a version that did not keep how long answers took. */
    List<Week> withoutAnswers() {
        return jdbc.sql(WITHOUT_ANSWERS)
                .query((row, number) -> new Week(row.getString(1), row.getObject(2, LocalDate.class)))
                .list();
    }

    /** How long answers took, by channel, of all weeks that are added up. */
    Map<String, Delays> answers() {
        Map<String, Delays> channels = new TreeMap<>();
        jdbc.sql("SELECT channel, seconds FROM response_answers")
                .withFetchSize(fetchSize)
                .query(row -> {
                    of(row.getString(1), channels).addAll(row.getBytes(2));
                });
        withoutAnswers().forEach(week -> waitsOf(week, of(week.channel(), channels)));
        return channels;
    }

    private static Delays of(String channel, Map<String, Delays> channels) {
        return channels.computeIfAbsent(channel, any -> new Delays());
    }

    /** Adds how long the answers of a week took; gives the number of waits. */
    private long waitsOf(Week week, Delays answers) {
        long[] waits = {0};
        rows.query(
                "SELECT seconds FROM response_wait" + OF_WEEK,
                row -> {
                    waits[0]++;
                    if (row.getObject(1) != null) {
                        answers.add(row.getLong(1));
                    }
                },
                week.channel(),
                week.start());
        return waits[0];
    }

    private static Object[] row(Week week, long waits, Delays answers) {
        boolean any = answers.size() > 0;
        return new Object[] {
            week.channel(),
            week.start(),
            waits,
            answers.size(),
            any ? answers.percentile(50) : null,
            any ? answers.percentile(90) : null,
            answers.within(15 * MINUTE),
            answers.within(60 * MINUTE)
        };
    }
}
