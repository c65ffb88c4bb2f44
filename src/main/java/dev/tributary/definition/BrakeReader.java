package dev.tributary.definition;

import java.util.regex.Pattern;

/** Reads the budgets of a job; those that it does not name are the standard ones. */
final class BrakeReader {

    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,6}(?:\\.[0-9]{1,3})? ?%?");
    private static final int MOST = 1_000_000;

    private BrakeReader() {}

    static Brake read(Section brake) {
        Brake standard = Brake.STANDARD;
        Brake read = new Brake(
                percent(brake, "newLinksShare", standard.newLinksShare()),
                brake.number("largestCluster", standard.largestCluster(), 1, MOST),
                percent(brake, "matchRateDrop", standard.matchRateDrop()),
                brake.number("atLeast", standard.atLeast(), 0, MOST));
        brake.refuseOthers();
        return read;
    }

    private static double percent(Section brake, String key, double standard) {
        return brake.parsed(key, "5%", BrakeReader::percent, "use a number of percent, such as 5% or 0.5%")
                .orElse(standard);
    }

    /** @throws IllegalArgumentException where it is no number of percent */
    private static double percent(String text) {
        if (!PERCENT.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return Double.parseDouble(text.replace("%", "").strip());
    }
}
