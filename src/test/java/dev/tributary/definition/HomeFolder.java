package dev.tributary.definition;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A home folder under test: one mapping, one source, one job, until a test says otherwise. */
record HomeFolder(Path path) {

    static final String SOURCE = """
            source: x-mentions
            channel: x
            account: "@acme"
            extract:
              kind: file
              path: inbox/*.json
            mapping: x-v2
            """;

    static final String JOB = "job: nightly-sync\nsources: [x-mentions]\n";

    static HomeFolder at(Path path) {
        return new HomeFolder(path)
                .with("mappings/x-v2.jsonata", "{ 'kind': 'interaction' }")
                .with("jobs/sources/x.yaml", SOURCE)
                .with("jobs/nightly-sync.yaml", JOB);
    }

    HomeFolder with(String file, String text) {
        try {
            Files.createDirectories(path.resolve(file).getParent());
            Files.writeString(path.resolve(file), text);
            return this;
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    /** The source with an {@code extract} of {@code kind: http} whose further lines are given. */
    HomeFolder withHttp(String... lines) {
        return with(
                "jobs/sources/x.yaml",
                """
                source: x-mentions
                channel: x
                account: "@acme"
                mapping: x-v2
                extract:
                  kind: http
                  url: https://api.example.com/mentions
                """
                        + String.join(
                                "\n",
                                List.of(lines).stream().map(line -> "  " + line).toList()));
    }

    Definitions load() {
        return Definitions.load(path);
    }

    /** What is wrong, a line each; empty where nothing is. */
    List<String> problems() {
        InvalidDefinitions invalid = catchThrowableOfType(InvalidDefinitions.class, this::load);
        return invalid == null
                ? List.of()
                : invalid.problems().stream().map(Problem::toString).toList();
    }
}
