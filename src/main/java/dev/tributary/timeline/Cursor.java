package dev.tributary.timeline;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on: after the row with this key.
 *
 * @param first by what the list is ordered
 * @param id the number of the row, among those that are equal in that
 */
record Cursor(String first, long id) {

    private static final int LONGEST = 400;
    private static final char SEPARATOR = '\n';

    static Cursor of(LocalDateTime at, long id) {
        return new Cursor(at.toString(), id);
    }

    /** @throws WrongCursor where the text is none that {@link #text} gave; null where it is null */
    static @Nullable Cursor parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String plain = new String(
                    Base64.getUrlDecoder().decode(text.length() > LONGEST ? "" : text), StandardCharsets.UTF_8);
            List<String> parts = List.of(plain.split(String.valueOf(SEPARATOR), -1));
            if (parts.size() != 2) {
                throw new WrongCursor();
            }
            return new Cursor(parts.get(0), Long.parseLong(parts.get(1)));
        } catch (IllegalArgumentException wrong) {
            throw new WrongCursor();
        }
    }

    /** @throws WrongCursor where it is that of another list */
    LocalDateTime at() {
        try {
            return LocalDateTime.parse(first);
        } catch (DateTimeException wrong) {
            throw new WrongCursor();
        }
    }

    /** Of letters, digits, {@code -} and {@code _}. */
    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((first + SEPARATOR + id).getBytes(StandardCharsets.UTF_8));
    }
}
