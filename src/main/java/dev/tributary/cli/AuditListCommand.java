package dev.tributary.cli;

import dev.tributary.access.AuditEntry;
import dev.tributary.access.AuditTrail;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "Shows the audit trail, the newest first.")
final class AuditListCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Option(names = "--since", paramLabel = "DATE", description = "Only what was done on this day (UTC) and later.")
    private @Nullable LocalDate since;

    @Option(names = "--actor", paramLabel = "NAME", description = "Only what this user, or api:CLIENT, did.")
    private @Nullable String actor;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int limit;

    @SuppressWarnings("NullAway.Init")
    AuditListCommand(Session session) {
        this.session = session;
    }

    private record Listed(List<AuditEntry> entries) {}

    @Override
    public Integer call() {
        return session.with(application -> {
            List<AuditEntry> entries = application
                    .getBean(AuditTrail.class)
                    .newest(actor, null, since == null ? null : since.atStartOfDay(), Long.MAX_VALUE, limit);
            if (session.isJson()) {
                Answer.json(spec, new Listed(entries));
            } else {
                Answer.print(
                        spec,
                        entries.isEmpty()
                                ? "No entry is like that."
                                : entries.stream()
                                        .map(AuditListCommand::text)
                                        .collect(Collectors.joining(System.lineSeparator())));
            }
            return ExitCode.COMPLETED;
        });
    }

    private static String text(AuditEntry entry) {
        return String.format(
                "%6d  %s  %-20s %-9s %3d  %s",
                entry.number(),
                entry.at(),
                entry.deed().actor(),
                entry.deed().act(),
                entry.deed().status(),
                entry.deed().what());
    }
}
