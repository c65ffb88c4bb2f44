package dev.tributary.cli;

import dev.tributary.decode.Decoder;
import dev.tributary.definition.Definitions;
import dev.tributary.definition.Example;
import dev.tributary.stage.Samples;
import dev.tributary.stage.Samples.Deviation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "validate",
        description = {
            "Checks every job, source and mapping of the home folder, compiles the mappings, and maps the samples in",
            "mappings/samples/ to see whether the records are those that are expected; starts nothing."
        })
final class ValidateCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "MAPPING",
            arity = "0..*",
            description = "Map the samples of these mappings only (default: all).")
    private List<String> only = List.of();

    @SuppressWarnings("NullAway.Init")
    ValidateCommand(Session session) {
        this.session = session;
    }

    private record Valid(int jobs, int sources, int mappings, int samples, List<Deviation> deviations) {}

    @Override
    public Integer call() {
        Definitions definitions = session.definitions();
        Map<String, Example> examples = definitions.examples(session.home().path());
        only.forEach(definitions::mapping);
        Samples samples = new Samples(new Decoder(session.home()));
        List<Deviation> deviations = new ArrayList<>();
        int mapped = 0;
        for (Map.Entry<String, Example> example : examples.entrySet()) {
            if (only.isEmpty() || only.contains(example.getKey())) {
                mapped += example.getValue().samples().size();
                deviations.addAll(samples.check(example.getValue(), definitions.mapping(example.getKey())));
            }
        }
        Valid valid = new Valid(
                definitions.jobs().size(),
                definitions.sources().size(),
                definitions.mappings().size(),
                mapped,
                deviations);
        if (session.isJson()) {
            Answer.json(spec, valid);
        } else {
            deviations.forEach(it -> Answer.print(spec, text(it)));
            Answer.print(spec, text(valid));
        }
        return deviations.isEmpty() ? ExitCode.COMPLETED : ExitCode.WRONG_USE;
    }

    private static String text(Deviation it) {
        return String.format(
                "%s: record %d is not as expected; mend the mapping, or what is expected.%nexpected: %s%nis: %s%n",
                it.file(), it.record(), shown(it.expected()), shown(it.actual()));
    }

    private static String shown(String record) {
        return record.isEmpty() ? "no such record" : record;
    }

    private static String text(Valid valid) {
        return String.format(
                "%s %d jobs, %d sources, %d mappings; %d samples mapped, %d records not as expected.",
                valid.deviations().isEmpty() ? "All right:" : "Not right:",
                valid.jobs(),
                valid.sources(),
                valid.mappings(),
                valid.samples(),
                valid.deviations().size());
    }
}
