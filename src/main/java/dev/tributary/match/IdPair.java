package dev.tributary.match;

/**
 * Two ids, whose order makes no difference to {@link #between}.
 *
 * @param one the first of the two
 * @param other the second of the two
 */
public record IdPair(String one, String other) {

    /** The pair, the lesser id first. */
    public static IdPair between(String one, String other) {
        return one.compareTo(other) <= 0 ? new IdPair(one, other) : new IdPair(other, one);
    }

    /** Personal data is not printed. */
    @Override
    public String toString() {
        return "two ids";
    }
}
