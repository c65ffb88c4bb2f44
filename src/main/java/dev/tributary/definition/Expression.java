package dev.tributary.definition;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.Optional;

/** Whether a text is JSONata. */
final class Expression {

    /** @param position of the mistake in the text, in characters; -1 where the parser does not say */
    record Mistake(String message, int position) {

        /** The line of the text that the mistake is on, from 1; 0 where it is not known. */
        int lineIn(String text) {
            return position < 0
                    ? 0
                    : 1
                            + (int) text.substring(0, Math.min(position, text.length()))
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count();
        }
    }

    private Expression() {}

    static Optional<Mistake> mistake(String text) {
        try {
            Jsonata.jsonata(text);
            return Optional.empty();
        } catch (JException broken) {
            return Optional.of(new Mistake(String.valueOf(broken.getMessage()), broken.getLocation()));
        } catch (RuntimeException | StackOverflowError broken) {
            return Optional.of(new Mistake("it ends too early or nests too deep", -1));
        }
    }

    /** The JSONata of a key that must be there. */
    static String of(Section section, String key, String example) {
        String text = section.text(key, example);
        if (!text.isEmpty()) {
            mistake(text)
                    .ifPresent(mistake -> section.problem(
                            key, "is no JSONata: " + mistake.message(), "write something like " + example));
        }
        return text;
    }
}
