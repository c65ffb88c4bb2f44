package dev.tributary.casework;

import dev.tributary.report.Words;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many open cases there are of each reason and channel. Reads only. Thread-safe. */
@Component
public class QueueCounts {

    private static final String GROUPS = """
            SELECT r.reason, p.channel, COUNT(*) FROM review_case r JOIN participant p ON p.id = r.participant_id
            WHERE r.state = 'OPEN' AND p.side = 1 GROUP BY r.reason, p.channel""";

    private final JdbcClient jdbc;

    QueueCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * So many cases are of one reason, or of one channel.
     *
     * @param words the code as people say it
     */
    public record Counted(String code, String words, long cases) {}

    /** The cases as they are counted now. */
    public record Waiting(long all, List<Counted> byReason, List<Counted> byChannel) {}

    private record Group(String reason, String channel, long cases) {}

    public Waiting now() {
        List<Group> groups = jdbc.sql(GROUPS)
                .query((row, number) -> new Group(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
        return new Waiting(
                groups.stream().mapToLong(Group::cases).sum(),
                by(groups, Group::reason, Words::meaning),
                by(groups, Group::channel, Function.identity()));
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
