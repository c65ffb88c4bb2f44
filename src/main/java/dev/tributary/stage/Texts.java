package dev.tributary.stage;

import org.jspecify.annotations.Nullable;

/** How long the texts of a record may be. */
final class Texts {

    private static final int LONGEST_KEY = 500;

    private Texts() {}

    /** @throws FieldTooLong for a key cannot be cut */
    static String key(String field, @Nullable String text) {
        if (text == null) {
            throw new IllegalStateException(field + " is absent after ids were made");
        }
        if (text.length() > LONGEST_KEY) {
            throw new FieldTooLong(field, LONGEST_KEY);
        }
        return text;
    }

    /** At most so many characters, no half of a surrogate pair, no NUL. */
    static @Nullable String cut(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        String clean = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        if (clean.length() <= longest) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(longest - 1)) ? longest - 1 : longest;
        return clean.substring(0, end);
    }
}
