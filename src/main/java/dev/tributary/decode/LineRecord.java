package dev.tributary.decode;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One record of a file of lines, while its lines come in. */
final class LineRecord {

    private final long line;
    private final Map<String, Object> fields;
    private final String growing;
    private final long limit;
    private @Nullable StringBuilder text;
    private boolean tooLarge;
    private boolean malformed;
    private long length;

    /** @param growing the field that the lines after the first are added to */
    LineRecord(long line, Map<String, Object> fields, String growing, String first, boolean tooLong, long limit) {
        this.line = line;
        this.fields = fields;
        this.growing = growing;
        this.limit = limit;
        this.text = fields.get(growing) instanceof String begun ? new StringBuilder(begun) : null;
        count(first, tooLong);
    }

    static LineRecord preamble(long line, long limit) {
        return new LineRecord(line, new LinkedHashMap<>(), LineRecords.PREAMBLE, "", false, limit);
    }

    void add(String next, boolean tooLong) {
        count(next, tooLong);
        if (tooLarge) {
            text = null;
        } else if (text == null) {
            text = new StringBuilder(next);
        } else {
            text.append('\n').append(next);
        }
    }

    private void count(String next, boolean tooLong) {
        length += next.length() + 1L;
        tooLarge |= tooLong || length > limit;
        malformed |= next.indexOf(MarkingReader.MALFORMED) >= 0;
    }

    /** Empty lines before the next record belong to nothing. */
    private static String withoutEmptyEnd(StringBuilder text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }

    /** Whether it holds nothing but empty lines before the first record. */
    boolean isBlank() {
        return growing.equals(LineRecords.PREAMBLE)
                && !tooLarge
                && (text == null || withoutEmptyEnd(text).isEmpty());
    }

    Payload payload() {
        if (tooLarge) {
            return Broken.tooLarge("the record in line " + line + " is larger than " + limit
                            + " characters; have it split, or raise the setting tributary.decode.largest-record")
                    .at(line);
        }
        if (malformed) {
            return Broken.unreadable("the record in line " + line + " is not in the charset that was expected;"
                            + " save the file as UTF-8, or name its charset")
                    .at(line);
        }
        if (text != null) {
            String whole = withoutEmptyEnd(text);
            if (!whole.isEmpty() || fields.containsKey(growing)) {
                fields.put(growing, whole);
            }
        }
        return new Payload.Readable(line, fields);
    }
}
