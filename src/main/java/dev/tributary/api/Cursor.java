package dev.tributary.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where the next page begins, as callers pass it on without looking into it. Pure. */
final class Cursor {

    private static final int LONGEST = 400;

    private Cursor() {}

    /** The text for {@code next}. */
    static String of(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    /** The position that {@link #of} hid; whether it is one of the list's is for the list to say. */
    static String position(String after) {
        try {
            if (after.length() <= LONGEST) {
                return new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException noCursor) {
            // the same answer as for one that is too long
        }
        throw unknown();
    }

    /**
     * The number that the cursor holds.
     *
     * @param after null for the first page
     * @param first where the first page begins
     */
    static long number(@Nullable String after, long first) {
        if (after == null) {
            return first;
        }
        try {
            return Long.parseLong(position(after));
        } catch (NumberFormatException noNumber) {
            throw unknown();
        }
    }

    private static BadParameter unknown() {
        return new BadParameter("after", "'after' is no cursor of ours; pass on 'next' of the page before as it is");
    }
}
