package dev.tributary.cli;

import dev.tributary.identity.SharedIdentifierRegistry;
import dev.tributary.identity.SharedIdentifierRegistry.Entry;
import dev.tributary.interaction.SharedKind;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        description = {
            "Lists the identifiers that tell no single person: what each is, since when and until when, which contact",
            "stands for it, and who says so. They are found at each run; 'share' and 'unshare' go before that."
        })
final class IdentifiersListCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Option(names = "--kind", paramLabel = "KIND", description = "Only these: ${COMPLETION-CANDIDATES}.")
    private @Nullable SharedKind kind;

    @Option(names = "--all", description = "Those that were taken back, too.")
    private boolean all;

    @SuppressWarnings("NullAway.Init")
    IdentifiersListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(application -> {
            List<Entry> entries = application.getBean(SharedIdentifierRegistry.class).list().stream()
                    .filter(it -> (all || it.ended() == null) && (kind == null || it.kind() == kind))
                    .toList();
            if (session.isJson()) {
                Answer.json(spec, new Entries(entries));
            } else {
                Answer.print(spec, text(entries));
            }
            return ExitCode.COMPLETED;
        });
    }

    private record Entries(List<Entry> identifiers) {}

    private static String text(List<Entry> entries) {
        if (entries.isEmpty()) {
            return "No identifier is known to be shared; the next run looks for them.";
        }
        StringBuilder text = new StringBuilder();
        for (Entry it : entries) {
            text.append(String.format(
                    "%s  %s%s%s  (%s%s)%s%n",
                    new GivenIdentifier(it.type(), it.value()).written(),
                    it.kind(),
                    it.contact() == null ? "" : " of " + it.contact(),
                    period(it.since(), it.until()),
                    it.actor(),
                    it.reason() == null ? "" : ": " + it.reason(),
                    it.ended() == null ? "" : "  no more since " + it.ended().toLocalDate()));
        }
        return text.toString().stripTrailing();
    }

    private static String period(@Nullable LocalDateTime since, @Nullable LocalDateTime until) {
        return (since == null ? "" : " since " + since.toLocalDate())
                + (until == null ? "" : " until " + until.toLocalDate().minusDays(1));
    }
}
