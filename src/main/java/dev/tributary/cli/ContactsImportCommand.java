package dev.tributary.cli;

import dev.tributary.timeline.ContactImport;
import dev.tributary.timeline.RefusedRow;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Brings the CRM's contacts in from a csv, xlsx or vCard file; the same file again changes nothing.",
            "Columns are known by their names: id, name, given_name, family_name, company, street, postcode, city, country,",
            "birthdate, consent, source, changedat, emails, phones, handles. A cell may hold several",
            "values, separated by ';'. Handles are written x:@ann, ids id:line/@acme:U12ab."
        })
final class ContactsImportCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A csv, xlsx or vcf file.")
    private Path file;

    @Option(
            names = "--id",
            paramLabel = "COLUMN",
            description = "The column with the CRM's own id, where its name does not tell.")
    private @Nullable String idColumn;

    @Option(
            names = "--region",
            paramLabel = "CC",
            description =
                    "The country of numbers without a country code, such as DE; a row's own country goes before it.")
    private @Nullable String region;

    @SuppressWarnings("NullAway.Init")
    ContactsImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(application -> {
            ContactImport.Result result =
                    application.getBean(ContactImport.class).importFile(file, idColumn, region);
            if (session.isJson()) {
                Answer.json(spec, result);
            } else {
                Answer.print(spec, text(result));
            }
            return result.read() > 0 && result.refused() == result.read() ? ExitCode.WRONG_USE : ExitCode.COMPLETED;
        });
    }

    private static String text(ContactImport.Result result) {
        StringBuilder text = new StringBuilder(String.format(
                "%d rows: %d new, %d updated, %d unchanged, %d refused",
                result.read(), result.added(), result.updated(), result.unchanged(), result.refused()));
        for (RefusedRow row : result.refusals()) {
            text.append(String.format("%n  row %d: %s", row.line(), row.reason()));
        }
        return text.toString();
    }
}
