package dev.tributary.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers and states as people read them. */
final class Plain {

    private Plain() {}

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 3 records}, {@code 1 record}. */
    static String count(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }

    static String share(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        double percent = 100.0 * part / whole;
        boolean nearTheEnd = part > 0 && percent < 1 || part < whole && percent > 99;
        return String.format(Locale.ROOT, nearTheEnd ? "%.1f %%" : "%.0f %%", percent);
    }

    /** The two largest units of a duration: {@code 2 h 5 min}. */
    static String duration(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return join(seconds / 60, "min", seconds % 60, "s");
        }
        if (seconds < 86400) {
            return join(seconds / 3600, "h", seconds % 3600 / 60, "min");
        }
        return join(seconds / 86400, "d", seconds % 86400 / 3600, "h");
    }

    private static String join(long large, String unit, long small, String smaller) {
        return large + " " + unit + (small == 0 ? "" : " " + small + " " + smaller);
    }

    /** The name of a type as a word: {@code message}. */
    static String type(String name) {
        return name.replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** {@code 120 = 100 new + 20 unchanged}: the equation without what is zero. */
    static String equation(RunSummary.Source source) {
        List<String> parts = new ArrayList<>();
        add(parts, source.added(), "new");
        add(parts, source.updated(), "updated");
        add(parts, source.unchanged(), "unchanged");
        add(parts, source.duplicate(), "duplicate");
        add(parts, source.filtered(), "filtered");
        add(parts, source.suppressed(), "suppressed");
        add(parts, source.quarantined(), "quarantined");
        String sum = parts.isEmpty() ? "0" : String.join(" + ", parts);
        return count(source.read()) + (source.balances() ? " = " : " ≠ ") + sum;
    }

    private static void add(List<String> parts, long records, String what) {
        if (records != 0) {
            parts.add(count(records) + " " + what);
        }
    }

    /** {@code balances}, or how far from it. */
    static String balance(RunSummary.Source source) {
        long rest = source.read() - source.accounted();
        if (rest == 0) {
            return "balances";
        }
        return rest > 0 ? count(rest) + " unaccounted for" : count(-rest) + " too many";
    }
}
