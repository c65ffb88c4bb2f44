package dev.tributary.identity;

import dev.tributary.definition.Definitions;
import dev.tributary.definition.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A user's own match-rules.yaml. */
final class RulesFile {

    private RulesFile() {}

    static RuleBook of(String yaml) {
        try {
            Path file = Files.createTempFile("match-rules", ".yaml");
            Files.writeString(file, yaml);
            RuleBook book = Definitions.rules(Path.of("target/no-home"), file);
            Files.delete(file);
            return book;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
