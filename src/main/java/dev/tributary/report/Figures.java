package dev.tributary.report;

import dev.tributary.report.RunSummary.Held;
import dev.tributary.report.RunSummary.Held.Grown;
import dev.tributary.run.Outcome;
import dev.tributary.run.RunState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asks the tables for the numbers of a run. */
final class Figures {

    private static final String READ = "READ";

    /** Counted in the index; those who turned out to be no customers after a run had looked at them are few. */
    private static final String STANDINGS = """
            SELECT outcome, reason, SUM(participants) AS customers
            FROM (SELECT outcome, reason, COUNT(*) AS participants FROM participant_match GROUP BY outcome, reason
                  UNION ALL
                  SELECT m.outcome, m.reason, -COUNT(*)
                  FROM participant p JOIN participant_match m ON m.participant_id = p.id
                  WHERE p.side <> 1 GROUP BY m.outcome, m.reason) standings
            GROUP BY outcome, reason HAVING SUM(participants) > 0""";

    private final JdbcTemplate jdbc;

    Figures(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws IllegalArgumentException where there is no such run */
    RunSummary summary(long runId) {
        Run run = run(runId);
        return summary(run, run.state(), run.report(), standings());
    }

    /**
     * @param state how the run ends, which its row does not say before the report is there
     * @throws IllegalArgumentException where there is no such run
     */
    Answers answers(long runId, RunState state, String report) {
        Run run = run(runId);
        List<Standing> standings = standings();
        return new Answers(
                summary(run, state, report, standings),
                run.attempt(),
                run.startedAt().toInstant(ZoneOffset.UTC),
                run.endedAt() == null ? Instant.now() : run.endedAt().toInstant(ZoneOffset.UTC),
                run.failure(),
                reasons(standings, "UNMATCHED"),
                reasons(standings, "REVIEW"),
                quarantineCodes(),
                new ResponseTimes(jdbc).perChannel());
    }

    private RunSummary summary(Run run, RunState state, @Nullable String report, List<Standing> standings) {
        return new RunSummary(
                run.job(),
                run.businessDate(),
                run.id(),
                state,
                sources(run.id()),
                people(standings),
                report,
                state == RunState.HELD ? held(run) : null);
    }

    private @Nullable Held held(Run run) {
        List<Grown> riskiest =
                jdbc.query("""
                SELECT c.external_id, b.participants, b.new_links
                FROM run_brake_contact b JOIN crm_contact c ON c.id = b.contact_id
                WHERE b.run_id = ? ORDER BY b.participants DESC, b.new_links DESC, c.external_id""", (row, number) -> new Grown(row.getString(1), row.getLong(2), row.getLong(3)), run.id());
        return jdbc
                .query(
                        "SELECT links_before, new_links FROM run_brake WHERE run_id = ?",
                        (row, number) -> new Held(
                                run.failure() == null ? "" : run.failure(), row.getLong(1), row.getLong(2), riskiest),
                        run.id())
                .stream()
                .findFirst()
                .orElse(null);
    }

    private Run run(long runId) {
        return jdbc.query("""
                        SELECT id, job, business_date, attempt, state, started_at, ended_at, report, failure
                        FROM sync_run WHERE id = ?
                        """, (row, number) -> Run.of(row), runId).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no run " + runId));
    }

    private List<RunSummary.Source> sources(long runId) {
        Map<String, Map<String, Long>> counts = counts(runId);
        Map<String, RunSummary.Source> sources = new TreeMap<>();
        counts.forEach((source, records) -> sources.put(source, source(source, RunState.RUNNING, records, null, null)));
        jdbc.query(
                "SELECT source, state, code, message FROM sync_run_source WHERE run_id = ?",
                row -> {
                    String source = row.getString("source");
                    RunState state = RunState.valueOf(row.getString("state"));
                    Map<String, Long> records = counts.getOrDefault(source, Map.of());
                    sources.put(
                            source, source(source, state, records, row.getString("code"), row.getString("message")));
                },
                runId);
        return List.copyOf(sources.values());
    }

    private Map<String, Map<String, Long>> counts(long runId) {
        Map<String, Map<String, Long>> counts = new HashMap<>();
        jdbc.query(
                """
                SELECT source, outcome, SUM(records) AS records
                FROM sync_run_count WHERE run_id = ? GROUP BY source, outcome
                """,
                row -> {
                    counts.computeIfAbsent(row.getString("source"), source -> new HashMap<>())
                            .put(row.getString("outcome"), row.getLong("records"));
                },
                runId);
        return counts;
    }

    private static RunSummary.Source source(
            String source, RunState state, Map<String, Long> records, @Nullable String code, @Nullable String message) {
        return new RunSummary.Source(
                source,
                state,
                records.getOrDefault(READ, 0L),
                of(records, Outcome.NEW),
                of(records, Outcome.UPDATED),
                of(records, Outcome.UNCHANGED),
                of(records, Outcome.DUPLICATE),
                of(records, Outcome.FILTERED),
                of(records, Outcome.SUPPRESSED),
                of(records, Outcome.QUARANTINED),
                code,
                message);
    }

    private static long of(Map<String, Long> records, Outcome outcome) {
        return records.getOrDefault(outcome.name(), 0L);
    }

    /** How many customers stand where; NONE for those whom no run has looked at yet. */
    private List<Standing> standings() {
        List<Standing> standings = new ArrayList<>(jdbc.query(
                STANDINGS, (row, number) -> new Standing(row.getString(1), row.getString(2), row.getLong(3))));
        long customers = Objects.requireNonNull(
                jdbc.queryForObject("SELECT COUNT(*) FROM participant WHERE side = 1", Long.class));
        long others =
                customers - standings.stream().mapToLong(Standing::customers).sum();
        if (others > 0) {
            standings.add(new Standing("NONE", "", others));
        }
        standings.sort(Comparator.comparing(Standing::customers).reversed().thenComparing(Standing::reason));
        return standings;
    }

    private static RunSummary.People people(List<Standing> standings) {
        Map<String, Long> outcomes = standings.stream()
                .collect(Collectors.groupingBy(Standing::outcome, Collectors.summingLong(Standing::customers)));
        return new RunSummary.People(
                outcomes.values().stream().mapToLong(Long::longValue).sum(),
                outcomes.getOrDefault("LINKED", 0L),
                outcomes.getOrDefault("REVIEW", 0L),
                outcomes.getOrDefault("UNMATCHED", 0L));
    }

    private static List<Answers.Counted> reasons(List<Standing> standings, String outcome) {
        return standings.stream()
                .filter(it -> it.outcome().equals(outcome))
                .map(it -> counted(it.reason(), it.customers()))
                .toList();
    }

    private List<Answers.Counted> quarantineCodes() {
        return jdbc.query("""
                SELECT code, COUNT(*) FROM quarantined_record
                WHERE mended_run IS NULL GROUP BY code ORDER BY COUNT(*) DESC, code
                """, (row, number) -> counted(row.getString(1), row.getLong(2)));
    }

    private static Answers.Counted counted(String reason, long count) {
        return new Answers.Counted(reason, count, Words.meaning(reason), Words.cure(reason));
    }

    private record Standing(String outcome, String reason, long customers) {}

    private record Run(
            long id,
            String job,
            LocalDate businessDate,
            int attempt,
            RunState state,
            LocalDateTime startedAt,
            @Nullable LocalDateTime endedAt,
            @Nullable String report,
            @Nullable String failure) {

        static Run of(ResultSet row) throws SQLException {
            return new Run(
                    row.getLong("id"),
                    row.getString("job"),
                    row.getObject("business_date", LocalDate.class),
                    row.getInt("attempt"),
                    RunState.valueOf(row.getString("state")),
                    row.getObject("started_at", LocalDateTime.class),
                    row.getObject("ended_at", LocalDateTime.class),
                    row.getString("report"),
                    row.getString("failure"));
        }
    }
}
