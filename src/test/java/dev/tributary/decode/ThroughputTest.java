package dev.tributary.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fast a file is read; run with {@code -DexcludedGroups=none -Dgroups=benchmark}. */
@Tag("benchmark")
class ThroughputTest {

    private static final int MESSAGES = 300_000;

    @TempDir
    private Path folder;

    @Test
    void aNightOfMessagesIsReadInSeconds() throws IOException {
        String message =
                "{\"id\":\"%d\",\"from\":{\"name\":\"Ann\",\"id\":12345},\"created\":1709281800,\"tags\":[\"a\",\"b\"],"
                        + "\"text\":\"" + "Where is my order, please? ".repeat(26) + "\"}";
        measure("a.ndjson", "", message, "\n", "");
        measure("a.json", "[", message, ",\n", "{}]");
        measure(
                "a.csv",
                "id,text,from,to,created\n",
                "%d,\"" + "Where is my order, please? ".repeat(6)
                        + "\",ann@example.org,bob@example.com,2024-03-01T09:30:00Z",
                "\n",
                "");
    }

    private void measure(String name, String before, String message, String after, String end) throws IOException {
        Path file = folder.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(before);
            for (int i = 0; i < MESSAGES; i++) {
                out.write(message.replace("%d", String.valueOf(i)));
                out.write(after);
            }
            out.write(end);
        }
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            long count = 0;
            try (Payloads payloads = new Decoder(Path.of("target", "scratch"), DecodeLimits.DEFAULT)
                    .open(file, Format.ofFileName(name).orElseThrow(), DecodeOptions.DEFAULT)) {
                while (payloads.hasNext()) {
                    count += payloads.next() instanceof Payload.Readable ? 1 : 0;
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "%s: %,.0f records/s, %.0f MB/s%n", name, count / seconds, Files.size(file) / seconds / 1e6);
            assertThat(count).isGreaterThanOrEqualTo(MESSAGES);
        }
    }
}
