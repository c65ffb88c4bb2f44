package dev.tributary.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tributary.interaction.CanonicalRecord.Filtered;
import dev.tributary.stage.MappedRecord.Mapped;
import dev.tributary.stage.MappedRecord.Unmapped;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What others recorded of the social channels goes through our mappings; skipped where those files are not at hand. */
class SocialRealPayloadsTest {

    private static final Path SAMPLES = Path.of(System.getProperty("tributary.samples", "../shared/samples"));

    private record Source(PathMatcher files, String mapping, String account) {}

    private static final class Counts {
        private int files;
        private int mapped;
        private int filtered;
        private int unmapped;
    }

    private final Map<String, Counts> folders = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    @BeforeAll
    static void skipWithoutThem() {
        assumeTrue(Files.isDirectory(SAMPLES));
    }

    @Test
    void mapsNearlyEveryMessageThatOthersRecorded() throws Exception {
        for (Source source : sources()) {
            mapAll(source);
        }
        print();

        int mapped = folders.values().stream().mapToInt(it -> it.mapped).sum();
        assertThat(mapped).isGreaterThan(500);
        assertThat(problems).allMatch(it -> it.endsWith("the field 'at' is missing"));
        assertThat(problems.size()).isLessThanOrEqualTo(mapped / 100);
    }

    private static List<Source> sources() throws Exception {
        List<Source> sources = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/real-payloads-social.csv"))) {
            String[] columns = line.split(",");
            if (!columns[0].equals("glob")) {
                sources.add(new Source(
                        FileSystems.getDefault().getPathMatcher("glob:" + columns[0]), columns[1], columns[2]));
            }
        }
        return sources;
    }

    private void mapAll(Source source) throws Exception {
        Mapping mapping = SocialPayloads.mapping(source.mapping(), source.account());
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            List<Path> matching = files.map(SAMPLES::relativize)
                    .filter(source.files()::matches)
                    .sorted()
                    .toList();
            assertThat(matching).as("files of a glob for %s", source.mapping()).isNotEmpty();
            for (Path file : matching) {
                count(mapping, source.mapping(), file);
            }
        }
    }

    private void count(Mapping mapping, String name, Path file) {
        Counts counts = folders.computeIfAbsent(name + " " + file.getParent(), it -> new Counts());
        counts.files++;
        for (Object payload : SocialPayloads.of(SAMPLES.resolve(file))) {
            for (MappedRecord mapped : mapping.map(payload)) {
                if (mapped instanceof Unmapped unmapped) {
                    counts.unmapped++;
                    problems.add(file + ": " + unmapped.reason());
                } else if (((Mapped) mapped).record() instanceof Filtered) {
                    counts.filtered++;
                } else {
                    counts.mapped++;
                }
            }
        }
    }

    private void print() {
        System.out.printf("%6s %6s %8s %8s  %s%n", "files", "mapped", "filtered", "unmapped", "mapping and folder");
        folders.forEach((folder, it) ->
                System.out.printf("%6d %6d %8d %8d  %s%n", it.files, it.mapped, it.filtered, it.unmapped, folder));
        problems.forEach(System.out::println);
    }
}
