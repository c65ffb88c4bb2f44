package dev.tributary.cli;

import dev.tributary.pipeline.Sync;
import dev.tributary.pipeline.SyncRequest;
import dev.tributary.run.Restage;
import dev.tributary.stage.QuarantineList;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        description = {
            "Reads the landed segments again that hold a record in quarantine, as after a mapping was mended.",
            "Nothing is asked of the sources. What is mended leaves the quarantine; what is not counts one attempt more."
        })
final class QuarantineReplayCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "SOURCE", description = "Only those of these sources (default: all).")
    private List<String> sources = List.of();

    @Option(
            names = "--job",
            paramLabel = "JOB",
            defaultValue = "nightly-sync",
            description = "The job (default: ${DEFAULT-VALUE}).")
    private String job;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The business date, as 2026-05-31 (default: today in UTC).")
    private @Nullable LocalDate date;

    @SuppressWarnings("NullAway.Init")
    QuarantineReplayCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(this::replay);
    }

    private int replay(ApplicationContext application) {
        SyncAnswer answer = new SyncAnswer(spec, session.isJson(), job, application);
        List<String> wanted = application.getBean(QuarantineList.class).open().keySet().stream()
                .filter(it -> sources.isEmpty() || sources.contains(it))
                .toList();
        if (wanted.isEmpty()) {
            return answer.nothingToDo("Nothing is in quarantine; no run was started.");
        }
        LocalDate businessDate = date == null ? LocalDate.now(ZoneOffset.UTC) : date;
        SyncRequest request = new SyncRequest(job, businessDate, wanted, true, Restage.QUARANTINED);
        return answer.tell(application.getBean(Sync.class).run(request));
    }
}
