package dev.tributary.cli;

import dev.tributary.decode.Decoder;
import dev.tributary.definition.Definitions;
import dev.tributary.match.Field;
import dev.tributary.match.MatchRules;
import dev.tributary.resolve.Accuracy;
import dev.tributary.resolve.ClusterFile;
import dev.tributary.resolve.Columns;
import dev.tributary.resolve.PeopleTable;
import dev.tributary.resolve.Resolution;
import dev.tributary.resolve.Resolver;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "dedupe",
        description = {
            "Finds which contacts are one person or company. Without --file those of the CRM: what is found is proposed, and",
            "merged only with --apply, by rules that are marked automatic. With --file the rows of a csv or xlsx file: the id",
            "of each is written with its cluster, and no database is needed. Columns are known by their names where --map is silent; fields are",
            "given, family, name, email, phone, street, postcode, city, birth, company, number."
        })
final class ContactsDedupeCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "A csv or xlsx file; several are one list. Without it, the contacts of the CRM.")
    private List<Path> files = List.of();

    @Option(
            names = "--id",
            paramLabel = "COLUMN",
            defaultValue = "id",
            description = "The column that tells each row apart (default: ${DEFAULT-VALUE}).")
    private String id;

    @Option(
            names = {"--map", "--columns"},
            paramLabel = "FIELD=COLUMN",
            split = ",",
            description = "Which column holds which field; COLUMN+COLUMN puts two together.")
    private List<String> map = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write id, cluster, confidence and rule of each row, as csv; of the CRM, the pairs.")
    private @Nullable Path out;

    @Option(
            names = "--proposals",
            paramLabel = "FILE",
            description = "Where to write the pairs that a person should look at, as csv.")
    private @Nullable Path proposals;

    @Option(
            names = "--truth",
            paramLabel = "COLUMN",
            description = "A column that is the same for rows that are one: prints precision, recall and F1 by pairs.")
    private @Nullable String truth;

    @Option(names = "--rules", paramLabel = "FILE", description = "Rules in place of those of the home folder.")
    private @Nullable Path rules;

    @Option(
            names = "--train",
            description = {
                "Learn from the file itself, without labels, how often two records of one person agree, and print the weights",
                "as they may stand in the rules."
            })
    private boolean train;

    @Option(
            names = "--region",
            paramLabel = "CC",
            description = "The country of telephone numbers without a country code, such as DE.")
    private @Nullable String region;

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            description = "Of csv files that are not in UTF-8, such as windows-1252.")
    private Charset charset = StandardCharsets.UTF_8;

    @Mixin
    private CrmDuplicates crm;

    @SuppressWarnings("NullAway.Init")
    ContactsDedupeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (files.isEmpty()) {
            return crm.dedupe(session, spec, out);
        }
        if (crm.isApplied()) {
            throw new ParameterException(
                    spec.commandLine(), "--apply merges contacts of the CRM, and goes without --file");
        }
        return dedupeFiles();
    }

    private int dedupeFiles() {
        long begin = System.nanoTime();
        MatchRules duplicates = Definitions.rules(session.home().path(), rules).duplicates();
        PeopleTable table = PeopleTable.read(
                new Decoder(session.home()), files, new PeopleTable.Reading(id, truth, fields(), region, charset));
        progress(
                "%d rows read; columns: %s",
                table.people().size(), String.join(", ", table.columns().inUse()));
        Resolution resolution = Resolver.resolve(table.people(), table.vocabulary(), duplicates, train);
        if (out != null) {
            ClusterFile.clusters(resolution, out);
        }
        if (proposals != null) {
            ClusterFile.proposals(resolution, proposals);
        }
        Accuracy accuracy = truth == null ? null : accuracy(table, resolution);
        DedupedRows answered = new DedupedRows(
                table.columns().inUse(),
                table.columns().guesses(),
                resolution.figures(),
                table.blank(),
                table.refused(),
                resolution.proposals().size(),
                accuracy,
                accuracy == null ? null : accuracy.precision(),
                accuracy == null ? null : accuracy.recall(),
                accuracy == null ? null : accuracy.f1(),
                train ? resolution.weights().fields() : null,
                (System.nanoTime() - begin) / 1e9);
        if (session.isJson()) {
            Answer.json(spec, answered);
        } else {
            Answer.print(spec, answered.text());
            table.refusals().forEach(it -> Answer.print(spec, "  " + it.file() + ": " + it.reason()));
        }
        return table.refused() > 0 ? ExitCode.PARTIAL : ExitCode.COMPLETED;
    }

    private void progress(String format, Object... values) {
        spec.commandLine().getErr().println(String.format(Locale.ROOT, format, values));
        spec.commandLine().getErr().flush();
    }

    private Map<Field, List<String>> fields() {
        Map<Field, List<String>> fields = new EnumMap<>(Field.class);
        for (String entry : map) {
            int equals = entry.indexOf('=');
            Field field = equals < 1
                    ? null
                    : Field.ofWord(entry.substring(0, equals).strip())
                            .filter(Columns.FIELDS::contains)
                            .orElse(null);
            if (field == null) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--map '" + entry + "' is not FIELD=COLUMN; fields are "
                                + String.join(
                                        ", ",
                                        Columns.FIELDS.stream().map(Field::word).toList()));
            }
            fields.computeIfAbsent(field, it -> new ArrayList<>())
                    .add(entry.substring(equals + 1).strip());
        }
        return fields;
    }

    private static Accuracy accuracy(PeopleTable table, Resolution resolution) {
        Map<String, String> known = new HashMap<>();
        for (int i = 0; i < table.people().size(); i++) {
            String of = table.truths().get(i);
            if (of != null) {
                known.put(table.people().get(i).id(), of);
            }
        }
        return Accuracy.of(resolution.members(), known);
    }
}
