package dev.tributary.cli;

import dev.tributary.stage.QuarantineList;
import dev.tributary.stage.QuarantineList.Entry;
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
            "Lists the records in quarantine: where each lies and why.",
            "After the mapping is mended, 'tributary quarantine replay' reads them again."
        })
final class QuarantineListCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Option(names = "--source", paramLabel = "NAME", description = "Only those of this source.")
    private @Nullable String source;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int limit;

    @SuppressWarnings("NullAway.Init")
    QuarantineListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(application -> {
            List<Entry> entries = application.getBean(QuarantineList.class).open(source, limit);
            if (session.isJson()) {
                Answer.json(spec, new Entries(entries));
            } else {
                Answer.print(spec, text(entries));
            }
            return ExitCode.COMPLETED;
        });
    }

    private record Entries(List<Entry> quarantined) {}

    private static String text(List<Entry> entries) {
        if (entries.isEmpty()) {
            return "Nothing is in quarantine.";
        }
        StringBuilder text = new StringBuilder();
        for (Entry it : entries) {
            text.append(String.format(
                    "%s, segment %d (%s), line %d: %s, %s%n",
                    it.source(), it.segment(), it.file(), it.line(), it.code(), it.message()));
        }
        return text.toString().stripTrailing();
    }
}
