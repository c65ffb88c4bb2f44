package dev.tributary.api;

import org.jspecify.annotations.Nullable;

/** How many of a list are wanted at once. Pure. */
final class Limit {

    static final int MOST = 200;
    static final int USUAL = 50;

    private Limit() {}

    /** @param limit null for the usual number */
    static int of(@Nullable Integer limit) {
        if (limit == null) {
            return USUAL;
        }
        if (limit < 1 || limit > MOST) {
            throw new BadParameter("limit", "'limit' must be from 1 to " + MOST);
        }
        return limit;
    }
}
