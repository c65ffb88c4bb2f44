package dev.tributary.casework;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cases whose likeliest contact is so likely, in whole percent as people are shown it.
 *
 * @param least in percent, from 0 to 100
 * @param most in percent, not below the least; both belong to the range
 */
public record LikelihoodRange(int least, int most) {

    /** Ranges that people go through one after the other; together they are all there is. */
    public static final List<LikelihoodRange> BANDS = List.of(
            new LikelihoodRange(90, 100),
            new LikelihoodRange(70, 89),
            new LikelihoodRange(50, 69),
            new LikelihoodRange(0, 49));

    private static final Pattern TEXT = Pattern.compile("(\\d{1,3})-(\\d{1,3})");
    private static final int ALL = 100;

    /** @throws IllegalArgumentException where it is no range */
    public LikelihoodRange {
        if (least < 0 || least > most || most > ALL) {
            throw new IllegalArgumentException("A likelihood goes from 0 to 100, the lesser first, such as 70-89");
        }
    }

    /**
     * What {@link #toString} wrote, such as {@code 70-89}.
     *
     * @throws IllegalArgumentException where it is no range; the message says how to write one
     */
    public static LikelihoodRange of(String text) {
        Matcher ends = TEXT.matcher(text);
        if (!ends.matches()) {
            throw new IllegalArgumentException("A range of likelihoods is written in percent, such as 70-89");
        }
        return new LikelihoodRange(Integer.parseInt(ends.group(1)), Integer.parseInt(ends.group(2)));
    }

    /** For people, such as {@code 70 to 89 %}. */
    public String words() {
        if (most == ALL) {
            return least + " % and more";
        }
        return least == 0 ? "up to " + most + " %" : least + " to " + most + " %";
    }

    boolean holds(int percent) {
        return percent >= least && percent <= most;
    }

    /** The least likelihood that is shown as one of the range. */
    double from() {
        return (least - 0.5) / ALL;
    }

    /** The least likelihood that is shown as more. */
    double below() {
        return (most + 0.5) / ALL;
    }

    @Override
    public String toString() {
        return least + "-" + most;
    }
}
