package dev.tributary.decode;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The date of a mail, in the forms that RFC 5322 allows and those that programs write all the same. */
final class MailDate {

    private static final int LONGEST = 200;

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** RFC 5322 4.3. */
    private static final Map<String, Integer> ZONES =
            Map.of("edt", -4, "est", -5, "cdt", -5, "cst", -6, "mdt", -6, "mst", -7, "pdt", -7, "pst", -8);

    private static final String TIME = "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d{1,9})?)?";
    private static final String ZONE = "(?:\\s*(?<zone>[+-]\\d{1,2}:?\\d{2}|[A-Za-z]{1,5}))?";

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(
                    "(?<day>\\d{1,2})[ -]+(?<month>[A-Za-z]{3})[a-z]{0,6}\\.?[ -]+(?<year>\\d{2,4}),?\\s+(?:at )?"
                            + TIME + "(?:\\s*(?<half>[AaPp][Mm]))?" + ZONE),
            Pattern.compile("(?<month>[A-Za-z]{3})[a-z]{0,6}\\.?\\s+(?<day>\\d{1,2}),?\\s+" + TIME + ZONE
                    + "\\s+(?<year>\\d{4})(?:\\s+(?<late>[+-]\\d{4}))?"),
            Pattern.compile("(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})[T ]\\s*" + TIME + ZONE));

    private MailDate() {}

    /** ISO with the offset that was written, UTC where none or an unknown one was (RFC 5322 4.3); empty for no date. */
    static Optional<String> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String spaced = text.replaceAll("\\([^()]*+\\)", " ")
                .replaceAll("\\s*+:\\s*+", ":")
                .replaceAll("\\s++", " ");
        return FORMS.stream()
                .map(form -> form.matcher(spaced))
                .filter(Matcher::find)
                .findFirst()
                .flatMap(MailDate::date)
                .map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format);
    }

    private static Optional<OffsetDateTime> date(Matcher parts) {
        try {
            String second = parts.group("second");
            LocalDateTime local = LocalDateTime.of(
                    year(parts.group("year")),
                    month(parts.group("month")),
                    Integer.parseInt(parts.group("day")),
                    hour(parts),
                    Integer.parseInt(parts.group("minute")),
                    // a leap second is the one before it
                    second == null ? 0 : Math.min(Integer.parseInt(second), 59));
            return Optional.of(local.atOffset(offset(zone(parts))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int year(String text) {
        int year = Integer.parseInt(text);
        return switch (text.length()) {
            case 2 -> year + (year < 50 ? 2000 : 1900);
            case 3 -> year + 1900;
            default -> year;
        };
    }

    private static int month(String text) {
        int named = MONTHS.indexOf(text.toLowerCase(Locale.ROOT));
        return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : named + 1;
    }

    private static int hour(Matcher parts) {
        int hour = Integer.parseInt(parts.group("hour"));
        String half = optional(parts, "half");
        return half == null ? hour : hour % 12 + (half.toLowerCase(Locale.ROOT).equals("pm") ? 12 : 0);
    }

    private static @Nullable String zone(Matcher parts) {
        String late = optional(parts, "late");
        return late == null ? parts.group("zone") : late;
    }

    private static @Nullable String optional(Matcher parts, String group) {
        return parts.pattern().pattern().contains("?<" + group + ">") ? parts.group(group) : null;
    }

    private static ZoneOffset offset(@Nullable String zone) {
        if (zone == null || Character.isLetter(zone.charAt(0))) {
            String name = zone == null ? "" : zone.toLowerCase(Locale.ROOT);
            return ZoneOffset.ofHours(ZONES.getOrDefault(name, 0));
        }
        String digits = zone.substring(1).replace(":", "");
        int sign = zone.charAt(0) == '-' ? -1 : 1;
        int hours = Integer.parseInt(digits.substring(0, digits.length() - 2));
        int minutes = Integer.parseInt(digits.substring(digits.length() - 2));
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }
}
