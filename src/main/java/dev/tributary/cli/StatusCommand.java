package dev.tributary.cli;

import dev.tributary.definition.Definitions;
import dev.tributary.landing.Segments;
import dev.tributary.landing.Standing;
import dev.tributary.run.RunLedger;
import dev.tributary.run.RunState;
import dev.tributary.run.SyncRun;
import dev.tributary.schedule.Schedules;
import dev.tributary.schedule.Schedules.Planned;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        description = "Shows what is planned, the last ten runs, and how long ago each source gave something.")
final class StatusCommand implements Callable<Integer> {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Session session;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    StatusCommand(Session session) {
        this.session = session;
    }

    private record Run(
            long run,
            String job,
            LocalDate businessDate,
            int attempt,
            RunState state,
            LocalDateTime startedAt,
            @Nullable LocalDateTime endedAt,
            @Nullable String report,
            @Nullable String failure) {

        private static Run of(SyncRun it) {
            return new Run(
                    it.id(),
                    it.job(),
                    it.businessDate(),
                    it.attempt(),
                    it.state(),
                    it.startedAt(),
                    it.endedAt(),
                    it.report(),
                    it.failure());
        }
    }

    /**
     * A source and how fresh it is.
     *
     * @param landedAt UTC; null where it never gave anything
     * @param cursorMovedAt UTC; null where it has no cursor
     */
    private record Fresh(
            String source,
            long segments,
            @Nullable LocalDateTime landedAt,
            @Nullable LocalDateTime cursorMovedAt) {

        private static Fresh of(String source, Map<String, Standing> standings) {
            Standing it = standings.getOrDefault(source, Standing.nothing(source));
            return new Fresh(source, it.segments(), it.lastLandedAt(), it.cursorMovedAt());
        }
    }

    private record Status(List<Planned> planned, List<Run> runs, List<Fresh> sources) {}

    @Override
    public Integer call() {
        return session.with(application -> {
            Status status = status(application);
            if (session.isJson()) {
                Answer.json(spec, status);
            } else {
                String blank = System.lineSeparator() + System.lineSeparator();
                String now = "Now (UTC): " + MINUTE.format(LocalDateTime.now(ZoneOffset.UTC));
                Answer.print(
                        spec,
                        String.join(
                                blank,
                                now,
                                PlannedText.of(status.planned()),
                                runs(status.runs()),
                                sources(status.sources(), LocalDateTime.now(ZoneOffset.UTC))));
            }
            return ExitCode.COMPLETED;
        });
    }

    private static Status status(ApplicationContext application) {
        Map<String, Standing> standings = application.getBean(Segments.class).standings().stream()
                .collect(Collectors.toMap(Standing::source, it -> it));
        return new Status(
                application.getBean(Schedules.class).planned(),
                application.getBean(RunLedger.class).recent().stream()
                        .map(Run::of)
                        .toList(),
                application.getBean(Definitions.class).sources().stream()
                        .map(it -> Fresh.of(it.source(), standings))
                        .toList());
    }

    private static String runs(List<Run> runs) {
        if (runs.isEmpty()) {
            return "No run yet. Start one with: tributary sync";
        }
        StringBuilder text = new StringBuilder(String.format(
                "%4s  %-20s %-10s %7s  %-9s  %-19s  %s%n",
                "run", "job", "date", "attempt", "state", "started (UTC)", "report"));
        for (Run it : runs) {
            text.append(String.format(
                    "%4d  %-20s %-10s %7d  %-9s  %-19.19s  %s%n",
                    it.run(),
                    it.job(),
                    it.businessDate(),
                    it.attempt(),
                    it.state(),
                    it.startedAt(),
                    it.failure() != null ? it.failure() : it.report() == null ? "" : it.report()));
        }
        return text.toString().stripTrailing();
    }

    private static String sources(List<Fresh> sources, LocalDateTime now) {
        StringBuilder text = new StringBuilder(
                String.format("%-24s %8s  %-14s  %s%n", "source", "segments", "last landed", "cursor moved"));
        for (Fresh it : sources) {
            text.append(String.format(
                    "%-24s %8d  %-14s  %s%n",
                    it.source(),
                    it.segments(),
                    ago(it.landedAt(), now, "never"),
                    ago(it.cursorMovedAt(), now, "has none")));
        }
        return text.toString().stripTrailing();
    }

    private static String ago(@Nullable LocalDateTime time, LocalDateTime now, String never) {
        if (time == null) {
            return never;
        }
        Duration age = Duration.between(time, now);
        return age.toDays() > 1
                ? age.toDays() + " days ago"
                : age.toHours() > 0 ? age.toHours() + " h ago" : Math.max(0, age.toMinutes()) + " min ago";
    }
}
