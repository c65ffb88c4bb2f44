package dev.tributary.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * What others test their addresses and numbers with, read where it lies, and beside it the list of where we differ and why:
 * {@code vector-differences/NAME.csv} names each vector that we differ on by its number, says how, and gives the reason.
 */
final class Vectors {

    private static final Path SAMPLES = Path.of(System.getProperty("tributary.samples", "../shared/samples"));

    private Vectors() {}

    /** The file; skips the test where it is not there. */
    static Path file(String name) {
        Path file = SAMPLES.resolve(name);
        assumeTrue(Files.exists(file));
        return file;
    }

    /** The rows of a csv file below its header. */
    static List<CSVRecord> rows(String name) throws IOException {
        try (Reader reader = Files.newBufferedReader(file(name))) {
            return rows(reader);
        }
    }

    /**
     * Fails where a difference is not listed, a listed one is none or another, or has no reason.
     *
     * @param found how we differ, by the number of the vector; those on which we agree are left out
     */
    static void assertListed(String list, Map<Integer, String> found) {
        Map<Integer, String> listed = new TreeMap<>();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Vectors.class.getResourceAsStream("/vector-differences/" + list + ".csv")),
                StandardCharsets.UTF_8)) {
            rows(reader).forEach(row -> {
                assertThat(row.get("reason")).as(row.get("number")).isNotBlank();
                assertThat(listed.put(Integer.valueOf(row.get("number")), row.get("difference")))
                        .isNull();
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        assertThat(new TreeMap<>(found)).isEqualTo(listed);
    }

    private static List<CSVRecord> rows(Reader reader) throws IOException {
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(reader)
                .getRecords();
    }
}
