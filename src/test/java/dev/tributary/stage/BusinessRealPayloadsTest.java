package dev.tributary.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tributary.interaction.CanonicalRecord.Filtered;
import dev.tributary.stage.MappedRecord.Mapped;
import dev.tributary.stage.MappedRecord.Unmapped;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Payloads that others recorded: the mappings understand them or say why not; one call was made on a 30 February. */
class BusinessRealPayloadsTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/real-payloads-business.csv", numLinesToSkip = 1)
    void understandsWhatOthersRecorded(String glob, String mapping, int unmappable) throws Exception {
        assumeThat(Decoded.realSamples()).isPresent();
        Map<String, Integer> outcomes = new TreeMap<>();
        for (Path file : files(glob)) {
            for (Object payload : Decoded.payloads(file)) {
                for (MappedRecord record :
                        BusinessMappingSamplesTest.compiled(mapping).map(payload)) {
                    outcomes.merge(outcome(record), 1, Integer::sum);
                    if (record instanceof Unmapped unmapped) {
                        System.out.println("  unmapped " + file.getFileName() + ": " + unmapped.reason());
                    }
                }
            }
        }
        System.out.printf("%-80s %s%n", glob, outcomes);
        assertThat(outcomes).isNotEmpty();
        assertThat(outcomes.getOrDefault("unmapped", 0)).isLessThanOrEqualTo(unmappable);
    }

    private static String outcome(MappedRecord record) {
        if (record instanceof Mapped mapped) {
            return mapped.record() instanceof Filtered filtered ? "filtered: " + filtered.reason() : "mapped";
        }
        return "unmapped";
    }

    private static List<Path> files(String glob) throws Exception {
        Path samples = Decoded.realSamples().orElseThrow();
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (Stream<Path> all = Files.walk(samples)) {
            return all.filter(it -> Files.isRegularFile(it) && matcher.matches(samples.relativize(it)))
                    .sorted()
                    .toList();
        }
    }
}
