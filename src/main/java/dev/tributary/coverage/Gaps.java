package dev.tributary.coverage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells where data are missing: silent days that chance does not explain, and the days since the last good run of a source that
 * failed since. Silence after the last message is none by itself, for nobody may have written. Days are UTC. Thread-safe.
 */
@Component
public class Gaps {

    private static final String LAST_GOOD = """
            SELECT MAX(r.started_at) FROM sync_run_source s JOIN sync_run r ON r.id = s.run_id
            WHERE s.source = :source AND s.state = 'COMPLETED'""";

    /** The newest word on a source. */
    private static final String FAILS = """
            SELECT s.state FROM sync_run_source s WHERE s.source = :source ORDER BY s.run_id DESC LIMIT 1""";

    private final Coverage coverage;
    private final JdbcClient jdbc;
    private final Clock clock;

    Gaps(Coverage coverage, JdbcClient jdbc, Clock clock) {
        this.coverage = coverage;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The gaps in what a source reported, in their order.
     *
     * @param from the first day that is looked at
     * @param until the last
     */
    public List<Gap> ofSource(String source, LocalDate from, LocalDate until) {
        return gaps(coverage.ofSource(source), coverage.accountsOf(source), from, until);
    }

    /**
     * The gaps in what is known of one of our accounts, in their order. What another source reported fills a gap; a source that
     * fails leaves one only where no other reports the account.
     *
     * @param from the first day that is looked at
     * @param until the last
     */
    public List<Gap> ofAccount(String channel, String account, LocalDate from, LocalDate until) {
        return gaps(coverage.ofAccount(channel, account), coverage.sourcesOf(channel, account), from, until);
    }

    private List<Gap> gaps(
            NavigableMap<LocalDate, Long> days, List<Coverage.Account> accounts, LocalDate from, LocalDate until) {
        if (days.isEmpty()) {
            return List.of();
        }
        Silence silence = new Silence(days);
        List<Silence.Span> spans = new ArrayList<>(silence.unlikely());
        sinceFailing(days.lastKey(), accounts).ifPresent(spans::add);
        Coverage.Account most = accounts.get(0);
        return spans.stream()
                .flatMap(span -> within(span, from, until))
                .map(span -> new Gap(most.source(), most.channel(), span.first(), span.last(), silence.mean()))
                .toList();
    }

    private static Stream<Silence.Span> within(Silence.Span span, LocalDate from, LocalDate until) {
        return span.last().isBefore(from) || span.first().isAfter(until) ? Stream.empty() : Stream.of(span);
    }

    /** Where every source of it fails: the days after the last message and the last good run, up to today. */
    private Optional<Silence.Span> sinceFailing(LocalDate lastDay, List<Coverage.Account> accounts) {
        List<String> sources =
                accounts.stream().map(Coverage.Account::source).distinct().toList();
        if (!sources.stream().allMatch(this::fails)) {
            return Optional.empty();
        }
        LocalDate first = Stream.concat(
                        Stream.of(lastDay.plusDays(1)), sources.stream().flatMap(source -> lastGood(source).stream()))
                .max(LocalDate::compareTo)
                .orElseThrow();
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return first.isAfter(today) ? Optional.empty() : Optional.of(new Silence.Span(first, today));
    }

    private boolean fails(String source) {
        return jdbc.sql(FAILS)
                .param("source", source)
                .query(String.class)
                .optional()
                .filter("FAILED"::equals)
                .isPresent();
    }

    private Optional<LocalDate> lastGood(String source) {
        return jdbc.sql(LAST_GOOD)
                .param("source", source)
                .query(LocalDateTime.class)
                .optional()
                .map(LocalDateTime::toLocalDate);
    }
}
