package dev.tributary.stage;

import dev.tributary.interaction.NaturalKey;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What two systems' copies of one message have in common: the letters and digits of the words, in one case and one form. Links are
 * left out, for every system shortens them in its own way, and so is a name that the reply begins with.
 */
final class Fingerprint {

    /** Shorter texts, such as thanks, are everybody's. */
    private static final int SHORTEST = 20;

    private static final int LONGEST = 4_000;

    private Fingerprint() {}

    static Optional<NaturalKey> of(@Nullable String text) {
        if (text == null || text.length() < SHORTEST) {
            return Optional.empty();
        }
        StringBuilder words = new StringBuilder();
        for (String word : text.substring(0, Math.min(text.length(), LONGEST)).split("\\s+")) {
            if (!word.contains("://") && !word.startsWith("@")) {
                append(words, word);
            }
        }
        return words.length() < SHORTEST ? Optional.empty() : Optional.of(NaturalKey.of("words", words.toString()));
    }

    private static void append(StringBuilder words, String word) {
        Normalizer.normalize(word, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(words::appendCodePoint);
    }
}
