package dev.tributary.cli;

import dev.tributary.decode.Format;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.extract.Trial;
import dev.tributary.run.Home;
import dev.tributary.stage.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Keeps a page and what it becomes as a sample beside the mapping. */
final class Recording {

    private final CommandLine command;
    private final Home home;
    private final Samples samples;

    Recording(CommandLine command, Home home, Samples samples) {
        this.command = command;
        this.home = home;
        this.samples = samples;
    }

    /**
     * @return the file of the payload, below the home folder
     * @throws ParameterException where the mapping is not one of the home folder's own
     */
    String of(SourceDefinition source, String mapping, Trial.Page page, String sample) {
        if (!sample.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,80}")) {
            throw new ParameterException(
                    command, "--record " + sample + " is no name of a file; use letters, digits and '-'");
        }
        if (!Files.exists(home.path().resolve("mappings/" + source.mapping() + ".jsonata"))) {
            throw new ParameterException(
                    command,
                    "--record needs mappings/" + source.mapping()
                            + ".jsonata in the home folder; copy the folder mappings/ there first");
        }
        try {
            Path folder = home.path().resolve("mappings/samples/" + source.mapping());
            Files.createDirectories(folder);
            copyDefinition(source, folder.resolve("source.yaml"));
            Path file = folder.resolve(sample + "." + ending(source, page));
            Files.copy(page.file(), file);
            Files.writeString(
                    folder.resolve(sample + ".expected.json"), samples.expected(source, mapping, file, page.origin()));
            return home.path().relativize(file).toString();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A sample is mapped as its source would be: the first one of a mapping brings the definition along. */
    private void copyDefinition(SourceDefinition source, Path to) throws IOException {
        Path definition = home.path().resolve("jobs/sources/" + source.source() + ".yaml");
        if (!Files.exists(to) && Files.exists(definition)) {
            Files.copy(definition, to);
        }
    }

    private static String ending(SourceDefinition source, Trial.Page page) {
        String origin = page.origin();
        return Format.ofFileName(origin)
                .map(known -> origin.substring(origin.lastIndexOf('.') + 1))
                .or(() -> Optional.ofNullable(source.extract().options().format())
                        .map(format -> format.name().toLowerCase(Locale.ROOT)))
                .orElse("json");
    }
}
