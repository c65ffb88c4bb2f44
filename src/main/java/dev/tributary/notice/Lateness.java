package dev.tributary.notice;

import dev.tributary.definition.Definitions;
import dev.tributary.definition.JobDefinition;
import dev.tributary.definition.Notify;
import dev.tributary.report.StateWords;
import dev.tributary.run.RunLedger;
import dev.tributary.run.SyncRun;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes down that a night did not complete by its hour: once, whoever notices it. Thread-safe. */
@Component
class Lateness {

    private final Definitions definitions;
    private final Nights nights;
    private final RunLedger ledger;
    private final Outbox outbox;
    private final ConsoleAddress console;
    private final Clock clock;

    Lateness(
            Definitions definitions,
            Nights nights,
            RunLedger ledger,
            Outbox outbox,
            ConsoleAddress console,
            Clock clock) {
        this.definitions = definitions;
        this.nights = nights;
        this.ledger = ledger;
        this.outbox = outbox;
        this.console = console;
        this.clock = clock;
    }

    void write() {
        for (JobDefinition job : definitions.jobs()) {
            nights.due(job, clock.instant()).ifPresent(due -> look(job, due));
        }
    }

    private void look(JobDefinition job, Nights.Due due) {
        Occasion late = new Occasion(
                job.job(), due.businessDate(), Occasion.LATE, LocalDateTime.ofInstant(due.hour(), ZoneOffset.UTC));
        Optional<SyncRun> run = ledger.latest(job.job(), due.businessDate());
        if (!run.map(Lateness::isComplete).orElse(false) && !outbox.knows(late)) {
            outbox.write(late, targets(job.told()), title(job, due), words(job, due, run));
        }
    }

    private static boolean isComplete(SyncRun run) {
        return switch (run.state()) {
            case COMPLETED, PARTIAL -> true;
            case RUNNING, HELD, STOPPED, FAILED -> false;
        };
    }

    private static Set<Target> targets(Notify notify) {
        Set<Target> targets = EnumSet.noneOf(Target.class);
        if (notify.mail() != null) {
            targets.add(Target.MAIL);
        }
        if (notify.webhook() != null) {
            targets.add(Target.WEBHOOK);
        }
        return targets;
    }

    private static String title(JobDefinition job, Nights.Due due) {
        return job.job() + " for " + due.businessDate() + " did not complete by "
                + Objects.requireNonNull(job.told().by());
    }

    private String words(JobDefinition job, Nights.Due due, Optional<SyncRun> run) {
        String where = console.of("/runs").map(it -> "\nConsole: " + it).orElse("");
        return run.map(Lateness::standing).orElse("No run of this date has begun.") + "\n\nWhat next: look at it with\n"
                + "  tributary status\nand start it where nothing else does; it runs once, or goes on where it was:\n"
                + "  tributary sync " + job.job() + " --date " + due.businessDate() + where;
    }

    private static String standing(SyncRun run) {
        return "Run " + run.id() + " began at " + run.startedAt().withNano(0) + " UTC and is "
                + StateWords.state(run.state()) + "." + (run.failure() == null ? "" : "\nWhy: " + run.failure());
    }
}
