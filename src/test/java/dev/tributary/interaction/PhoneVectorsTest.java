package dev.tributary.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Where we agree with libphonenumber's own tests, and why we do not elsewhere. */
class PhoneVectorsTest {

    @Test
    void readsTheExampleNumberOfEveryRegionAndKindOrListsWhyNot() throws IOException {
        List<CSVRecord> numbers = Vectors.rows("phones/compiled/example_numbers_all_regions.csv");
        Map<Integer, String> differences = new TreeMap<>();
        for (int row = 1; row <= numbers.size(); row++) {
            String e164 = numbers.get(row - 1).get("e164");
            differ(PhoneNumber.parse(e164, null), e164, "", row, differences);
            assertThat(Identifier.phone(e164, null).looseKeys())
                    .as(e164)
                    .allSatisfy(key -> assertThat(new Identifier(IdentifierType.PHONE, key, key, true).looseKeys())
                            .contains(key));
        }

        assertThat(numbers).hasSize(1_148);
        Vectors.assertListed("phone-examples", differences);
    }

    @Test
    void refusesWhatTheLibraryCannotRead() throws IOException {
        assertThat(Vectors.rows("phones/compiled/libphonenumber_parse_failures.csv"))
                .hasSize(19)
                .allSatisfy(it -> assertThat(PhoneNumber.parse(it.get("input"), it.get("default_region")))
                        .isEmpty());
    }

    /** The library's own tests run on made-up rules of numbering; by the real ones some of their numbers are none. */
    @Test
    void readsWhatTheLibraryReadsWithItsExtensionOrListsWhyNot() throws IOException {
        List<CSVRecord> vectors = Vectors.rows("phones/compiled/libphonenumber_parse_vectors.csv");
        Map<Integer, String> differences = new TreeMap<>();
        for (int row = 1; row <= vectors.size(); row++) {
            CSVRecord vector = vectors.get(row - 1);
            String region = vector.get("default_region");
            differ(
                    PhoneNumber.parse(vector.get("input"), region.isEmpty() ? null : region),
                    vector.get("expected_e164"),
                    vector.get("expected_extension"),
                    row,
                    differences);
        }

        assertThat(vectors).hasSize(63);
        Vectors.assertListed("phone-parse", differences);
    }

    private static void differ(
            Optional<PhoneNumber> ours, String e164, String extension, int row, Map<Integer, String> differences) {
        if (ours.isEmpty()) {
            differences.put(row, "refused");
        } else if (!ours.get().equals(new PhoneNumber(e164, extension.isEmpty() ? null : extension))) {
            differences.put(row, "another number");
        }
    }
}
