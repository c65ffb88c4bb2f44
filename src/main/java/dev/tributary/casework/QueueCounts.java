package dev.tributary.casework;

import dev.tributary.report.Words;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many open cases there are of each reason, channel and likelihood. Reads only. Thread-safe. */
@Component
public class QueueCounts {

    private static final String GROUPS = """
            SELECT reason, channel, likely, COUNT(*)
            FROM (SELECT r.reason, p.channel, FLOOR(100 * COALESCE(r.likelihood, 0) + 0.5) AS likely
                  FROM review_case r JOIN participant p ON p.id = r.participant_id
                  WHERE r.state = 'OPEN' AND p.side = 1) open_case
            GROUP BY reason, channel, likely""";

    private final JdbcClient jdbc;

    QueueCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * So many cases are of one reason, of one channel, or so likely.
     *
     * @param words the code as people say it
     */
    public record Counted(String code, String words, long cases) {}

    /** The cases as they are counted now. */
    public record Waiting(long all, List<Counted> byReason, List<Counted> byChannel, List<Counted> byLikelihood) {}

    private record Group(String reason, String channel, int percent, long cases) {}

    public Waiting now() {
        List<Group> groups = jdbc.sql(GROUPS)
                .query((row, number) -> new Group(row.getString(1), row.getString(2), row.getInt(3), row.getLong(4)))
                .list();
        return new Waiting(
                sum(groups.stream()),
                by(groups, Group::reason, Words::meaning),
                by(groups, Group::channel, Function.identity()),
                LikelihoodRange.BANDS.stream().map(it -> counted(groups, it)).toList());
    }

    private static Counted counted(List<Group> groups, LikelihoodRange range) {
        return new Counted(
                range.toString(), range.words(), sum(groups.stream().filter(it -> range.holds(it.percent()))));
    }

    private static long sum(Stream<Group> groups) {
        return groups.mapToLong(Group::cases).sum();
    }

    private static List<Counted> by(List<Group> groups, Function<Group, String> code, Function<String, String> words) {
        return groups.stream()
                .collect(Collectors.groupingBy(code, Collectors.summingLong(Group::cases)))
                .entrySet()
                .stream()
                .map(it -> new Counted(it.getKey(), words.apply(it.getKey()), it.getValue()))
                .sorted(Comparator.comparing(Counted::words))
                .toList();
    }
}
