package dev.tributary.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.springframework.util.unit.DataSize;

/** What came out of a file, in the words of the tests. */
record Decoding(List<Payload> payloads) {

    static Decoding of(Path file, Format format, DecodeOptions options) {
        List<Payload> payloads = new ArrayList<>();
        try (Payloads open = new Decoder(Path.of("target", "scratch"), options.limits()).open(file, format, options)) {
            open.forEachRemaining(payloads::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Decoding(payloads);
    }

    static Decoding of(byte[] content, Format format, DecodeOptions options) {
        try {
            Path file = Files.createTempFile("decoding", ".tmp");
            try {
                Files.write(file, content);
                Decoding decoding = of(file, format, options);
                assertThat(file).as("files are never changed").hasBinaryContent(content);
                return decoding;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Decoding of(String content, Format format, DecodeOptions options) {
        return of(content.getBytes(StandardCharsets.UTF_8), format, options);
    }

    static Decoding of(String content, Format format) {
        return of(content, format, DecodeOptions.DEFAULT);
    }

    static DecodeOptions recordsUpTo(long bytes) {
        DecodeLimits usual = DecodeLimits.DEFAULT;
        return DecodeOptions.DEFAULT.within(new DecodeLimits(
                DataSize.ofBytes(bytes),
                usual.largestExpansion(),
                usual.expansionRatio(),
                usual.depth(),
                usual.entries()));
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Lines of messages that hardly compress. */
    static String messages(int count) {
        StringBuilder lines = new StringBuilder();
        Random random = new Random(1);
        for (int i = 0; i < count; i++) {
            lines.append("{\"id\":").append(random.nextLong()).append("}\n");
        }
        return lines.toString();
    }

    List<Object> contents() {
        return payloads.stream()
                .filter(Payload.Readable.class::isInstance)
                .map(payload -> ((Payload.Readable) payload).content())
                .toList();
    }

    List<Long> lines() {
        return payloads.stream().map(Payload::line).toList();
    }

    List<Payload.Unreadable> unreadable() {
        return payloads.stream()
                .filter(Payload.Unreadable.class::isInstance)
                .map(Payload.Unreadable.class::cast)
                .toList();
    }

    /** The reason of the only payload that cannot be read. */
    String reason() {
        assertThat(unreadable()).hasSize(1);
        return unreadable().get(0).reason();
    }

    /** The only payload, which is a map. */
    @SuppressWarnings("unchecked")
    Map<String, Object> map() {
        assertThat(payloads).hasSize(1);
        assertThat(contents()).as(payloads.toString()).hasSize(1);
        return (Map<String, Object>) contents().get(0);
    }
}
