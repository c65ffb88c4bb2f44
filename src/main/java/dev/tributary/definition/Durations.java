package dev.tributary.definition;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as definitions write them. */
final class Durations {

    static final String CURE = "write 96h, 4d, 30m, 45s, P4D or PT96H";

    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})([smhd])");

    private Durations() {}

    /** @throws RuntimeException where the text is none, or below zero */
    static Duration parse(String text) {
        Matcher shortForm = SHORT.matcher(text);
        Duration duration = shortForm.matches()
                ? Duration.parse(iso(shortForm.group(1), shortForm.group(2).toUpperCase(Locale.ROOT)))
                : Duration.parse(text);
        if (duration.isNegative()) {
            throw new IllegalArgumentException("below zero");
        }
        return duration;
    }

    /** @throws RuntimeException where the text is none, or not above zero */
    static Duration positive(String text) {
        Duration duration = parse(text);
        if (duration.isZero()) {
            throw new IllegalArgumentException("zero");
        }
        return duration;
    }

    private static String iso(String number, String unit) {
        return (unit.equals("D") ? "P" : "PT") + number + unit;
    }
}
