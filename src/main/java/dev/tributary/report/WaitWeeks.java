package dev.tributary.report;

import dev.tributary.store.FetchSize;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code response_week} and {@code response_answers}: the waits of {@link WaitLedger}, added up by channel and week. */
final class WaitWeeks {

    private static final int MINUTE = 60;

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

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final int fetchSize;

    WaitWeeks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.fetchSize = FetchSize.streaming(Objects.requireNonNull(jdbc.getDataSource()));
    }

    /** Adds the waits of some weeks up anew. */
    void addUp(Collection<Week> weeks) {
        for (Week week : weeks) {
            Delays answers = new Delays();
            long waits = waitsOf(week, answers);
            jdbc.update("DELETE FROM response_week" + OF_WEEK, week.channel(), week.start());
            jdbc.update("DELETE FROM response_answers" + OF_WEEK, week.channel(), week.start());
            if (waits > 0) {
                jdbc.update(ADD_WEEK, row(week, waits, answers));
                List<byte[]> parts = answers.parts();
                jdbc.batchUpdate(
                        ADD_ANSWERS,
                        IntStream.range(0, parts.size())
                                .mapToObj(part -> new Object[] {week.channel(), week.start(), part, parts.get(part)})
                                .toList());
            }
        }
    }

    /** The weeks that were added up by a version that did not keep how long answers took. */
    List<Week> withoutAnswers() {
        return client.sql(WITHOUT_ANSWERS)
                .query((row, number) -> new Week(row.getString(1), row.getObject(2, LocalDate.class)))
                .list();
    }

    /** How long answers took, by channel, of all weeks that are added up. */
    Map<String, Delays> answers() {
        Map<String, Delays> channels = new TreeMap<>();
        client.sql("SELECT channel, seconds FROM response_answers")
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
        jdbc.query(
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
