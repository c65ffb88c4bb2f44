package dev.tributary.cli;

import dev.tributary.workbook.Applied;
import dev.tributary.workbook.ResultWorkbook;
import dev.tributary.workbook.RowOutcome;
import dev.tributary.workbook.WorkbookAnswers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "apply",
        description = {
            "Brings in the answers of a workbook that 'tributary review export' wrote, and answers for each row: applied,",
            "unchanged, stale (the evidence changed since), conflict (another person decided otherwise), unknown or refused.",
            "All is decided in one transaction. Exit code 4 where any answer did not take effect."
        })
final class ReviewApplyCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "The workbook, in whatever order its rows and columns are.")
    private Path file;

    @Option(
            names = "--out",
            paramLabel = "RESULT",
            description = {
                "The workbook with one more column, which tells what became of each row; all that a steward wrote stays in it.",
                "One of that name is written over."
            })
    private @Nullable Path out;

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who decided (default: ${DEFAULT-VALUE}).")
    private String actor;

    @SuppressWarnings("NullAway.Init")
    ReviewApplyCommand(Session session) {
        this.session = session;
    }

    private record Answered(long rows, Map<String, Long> counts, List<RowOutcome> answers) {}

    @Override
    public Integer call() {
        if (!Files.isReadable(file)) {
            throw new ParameterException(spec.commandLine(), "There is no workbook " + file + " that can be read");
        }
        if (out != null
                && !Files.isWritable(Objects.requireNonNull(out.toAbsolutePath().getParent()))) {
            throw new ParameterException(
                    spec.commandLine(), "There is no folder for " + out + " that can be written to");
        }
        return session.with(application -> {
            try {
                Applied applied = application.getBean(WorkbookAnswers.class).apply(file, actor);
                Trail.decision(application, actor, "review apply, " + applied.rows() + " rows");
                if (session.isJson()) {
                    Answer.json(spec, new Answered(applied.rows(), counts(applied), applied.outcomes()));
                } else {
                    Answer.print(spec, text(applied));
                }
                if (out != null) {
                    application.getBean(ResultWorkbook.class).write(file, applied, out);
                }
                return applied.isFine() ? ExitCode.COMPLETED : ExitCode.PARTIAL;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private static Map<String, Long> counts(Applied applied) {
        Map<String, Long> counts = new TreeMap<>();
        applied.counts().forEach((status, count) -> counts.put(status.name(), count));
        return counts;
    }

    private static String text(Applied applied) {
        StringBuilder text = new StringBuilder();
        for (RowOutcome it : applied.outcomes()) {
            if (!it.status().isFine()) {
                text.append(String.format(
                        "%s row %d%s: %s. %s%n",
                        it.sheet(),
                        it.row(),
                        it.caseId() == null ? "" : ", case " + it.caseId(),
                        word(it.status()),
                        it.message()));
            }
        }
        String counts = applied.counts().entrySet().stream()
                .map(it -> it.getValue() + " " + word(it.getKey()))
                .collect(Collectors.joining(", "));
        return text.append(applied.outcomes().isEmpty() ? "No row has an answer" : counts)
                .append("; ")
                .append(applied.rows() - applied.outcomes().size())
                .append(" of ")
                .append(applied.rows())
                .append(" rows without an answer.")
                .toString();
    }

    private static String word(Enum<?> status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
