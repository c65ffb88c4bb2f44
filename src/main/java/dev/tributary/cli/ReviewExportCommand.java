package dev.tributary.cli;

import dev.tributary.workbook.CaseWorkbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = {
            "Writes the cases that wait for a person into a workbook, in which stewards answer.",
            "'tributary review apply FILE' brings the answers in."
        })
final class ReviewExportCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description =
                    "The workbook; one of that name is written over (default: out/review/cases.xlsx in the home folder).")
    private @Nullable Path to;

    @Mixin
    private SoughtCases sought;

    @SuppressWarnings("NullAway.Init")
    ReviewExportCommand(Session session) {
        this.session = session;
    }

    private record Exported(long cases, String file) {}

    @Override
    public Integer call() {
        Path file = to != null
                ? to
                : session.home().reports().resolveSibling("review").resolve("cases.xlsx");
        return session.with(application -> {
            try {
                long cases = application.getBean(CaseWorkbook.class).write(sought.filter(), file);
                Trail.export(application, System.getProperty("user.name"), "review export, " + cases + " cases");
                if (session.isJson()) {
                    Answer.json(spec, new Exported(cases, file.toString()));
                } else {
                    Answer.print(
                            spec,
                            (cases == 1 ? "1 case" : cases + " cases") + " in " + file + System.lineSeparator()
                                    + "Bring the answers in with: tributary review apply " + file);
                }
                return ExitCode.COMPLETED;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }
}
