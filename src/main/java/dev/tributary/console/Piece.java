package dev.tributary.console;

import org.jspecify.annotations.Nullable;

/**
 * A piece of foreign words.
 *
 * @param text as it is shown, and never as markup
 * @param href where it leads, of http, https or mailto; null where it leads nowhere
 * @param mark whether it stands for a character that would not be seen
 */
public record Piece(String text, @Nullable String href, boolean mark) {

    static Piece words(String text) {
        return new Piece(text, null, false);
    }

    static Piece link(String text, String href) {
        return new Piece(text, href, false);
    }

    static Piece mark(String text) {
        return new Piece(text, null, true);
    }
}
