package dev.tributary.notice;

import dev.tributary.definition.Definitions;
import dev.tributary.definition.JobDefinition;
import dev.tributary.definition.Notify;
import dev.tributary.report.AuditReport;
import dev.tributary.run.RunLedger;
import dev.tributary.run.RunState;
import dev.tributary.run.SyncRun;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Writes down what is to be told of the runs that have ended: of all that ended during the last day, so that one whose process died
 * before it could say so is told by whoever looks next. Thread-safe.
 */
@Component
class Notices {

    private static final Duration LOOKED_BACK = Duration.ofDays(1);
    private static final Set<RunState> COMPLETE = EnumSet.of(RunState.COMPLETED, RunState.PARTIAL);

    private final Definitions definitions;
    private final RunLedger ledger;
    private final AuditReport report;
    private final RunWords words;
    private final Outbox outbox;
    private final Clock clock;

    Notices(Definitions definitions, RunLedger ledger, AuditReport report, RunWords words, Outbox outbox, Clock clock) {
        this.definitions = definitions;
        this.ledger = ledger;
        this.report = report;
        this.words = words;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Writes down the ends of runs of which nothing is written yet. */
    void write() {
        LocalDateTime since = LocalDateTime.now(clock).minus(LOOKED_BACK);
        for (JobDefinition job : definitions.jobs()) {
            Set<RunState> wanted = wanted(job.told());
            if (!wanted.isEmpty()) {
                outbox.untold(job.job(), wanted, since).forEach(run -> write(ledger.find(run), job.told()));
            }
        }
    }

    private void write(SyncRun run, Notify notify) {
        String text = words.of(run, report.summary(run.id()));
        outbox.write(Occasion.ended(run), told(run.state(), notify), RunWords.title(run), text);
    }

    private static Set<RunState> wanted(Notify notify) {
        Set<RunState> wanted = EnumSet.allOf(RunState.class);
        wanted.removeIf(state -> told(state, notify).isEmpty());
        return wanted;
    }

    private static Set<Target> told(RunState state, Notify notify) {
        Set<Target> told = EnumSet.noneOf(Target.class);
        if (notify.mail() != null && notify.mail().on().contains(state)) {
            told.add(Target.MAIL);
        }
        if (notify.webhook() != null && notify.webhook().on().contains(state)) {
            told.add(Target.WEBHOOK);
        }
        if (notify.heartbeat() != null && COMPLETE.contains(state)) {
            told.add(Target.HEARTBEAT);
        }
        return told;
    }
}
