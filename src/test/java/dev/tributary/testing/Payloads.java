package dev.tributary.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.text.StringEscapeUtils;

/** What people who mean harm write in names and messages. */
public final class Payloads {

    private static final String FILE = "/hostile/payloads.txt";

    private Payloads() {}

    /** Each of {@code hostile/payloads.txt}, with its line breaks, control and invisible characters; without the comments between. */
    public static List<String> hostile() {
        try (InputStream file = Objects.requireNonNull(Payloads.class.getResourceAsStream(FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.equals("#") && !line.startsWith("# "))
                    .map(StringEscapeUtils::unescapeJava)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
