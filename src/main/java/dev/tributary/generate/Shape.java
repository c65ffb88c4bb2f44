package dev.tributary.generate;

import java.util.Locale;
import java.util.stream.Collectors;

/** A JSON payload as its platform sends it, with {@code %s} where something is to be filled in. Thread-safe. */
final class Shape {

    private final String[] parts;

    /** JSON itself, which is filled in as it is. */
    record Json(String text) {}

    private Shape(String[] parts) {
        this.parts = parts;
    }

    /** @param json may be laid out in lines */
    static Shape of(String json) {
        String line = json.lines().map(String::strip).collect(Collectors.joining());
        return new Shape(line.split("%s", -1));
    }

    /** On one line. Texts are escaped; their quotation marks are the shape's. */
    String with(Object... values) {
        StringBuilder json = new StringBuilder(1_024).append(parts[0]);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Json inner) {
                json.append(inner.text());
            } else {
                escape(values[i].toString(), json);
            }
            json.append(parts[i + 1]);
        }
        return json.toString();
    }

    private static void escape(String text, StringBuilder json) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
    }
}
