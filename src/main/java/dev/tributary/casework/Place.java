package dev.tributary.casework;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in the queue a case stands: what nobody looked at comes before what somebody was not sure of; then the likelier before the
 * less likely, more messages before fewer, and the older case first.
 */
public record Place(boolean unsure, double likelihood, long messages, long id) {

    private static final Pattern TEXT = Pattern.compile("([01])_([0-9]\\.[0-9E-]{1,24})_(\\d{1,18})_(\\d{1,18})");

    /** For an address or a cursor; holds no personal data. */
    @Override
    public String toString() {
        return (unsure ? "1" : "0") + "_" + likelihood + "_" + messages + "_" + id;
    }

    /**
     * What {@link #toString} wrote.
     *
     * @throws IllegalArgumentException where it is anything else
     */
    public static Place of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "This is no place in the queue; leave it out to begin with the first case");
        }
        return new Place(
                parts.group(1).equals("1"),
                Double.parseDouble(parts.group(2)),
                Long.parseLong(parts.group(3)),
                Long.parseLong(parts.group(4)));
    }
}
