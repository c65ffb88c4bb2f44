package dev.tributary.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files that other programs wrote; they are not ours to keep here. */
class RealFilesTest {

    private static final Path SAMPLES = Path.of(System.getProperty("tributary.samples", "../shared/samples"));

    private final Map<String, int[]> counts = new TreeMap<>();
    private final List<String> unreadable = new ArrayList<>();

    @Test
    void readsWhatOtherProgramsWroteOrSaysWhyNot() throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES));
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            files.filter(Files::isRegularFile).sorted().forEach(this::decode);
        }
        counts.forEach((folder, count) -> System.out.printf(
                "%-12s %5d files %7d readable %4d unreadable%n", folder, count[0], count[1], count[2]));
        unreadable.forEach(System.out::println);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count[1]).isPositive());
    }

    private void decode(Path file) {
        Format.ofFileName(file.getFileName().toString()).ifPresent(format -> decode(file, format));
    }

    private void decode(Path file, Format format) {
        Path name = SAMPLES.relativize(file);
        int[] count = counts.computeIfAbsent(name.getName(0).toString(), folder -> new int[3]);
        count[0]++;
        try (Payloads payloads = new Decoder(Path.of("target", "scratch"), DecodeLimits.DEFAULT)
                .open(file, format, DecodeOptions.DEFAULT)) {
            payloads.forEachRemaining(payload -> {
                count[payload instanceof Payload.Readable ? 1 : 2]++;
                if (payload instanceof Payload.Unreadable no) {
                    unreadable.add(name + " " + no.line() + " " + no.code() + ": " + no.reason());
                }
            });
        } catch (IOException e) {
            throw new AssertionError(name.toString(), e);
        }
    }
}
