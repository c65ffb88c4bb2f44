package dev.tributary.timeline;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a contact allows us to write to them, the most restrictive first. */
enum Consent {
    /** Nothing. */
    NONE,
    /** What concerns their own orders and questions, and no advertising. */
    SERVICE,
    /** Advertising, too. */
    ALL;

    private static final Set<String> WORDS_OF_ALL = Set.of(
            "all",
            "yes",
            "y",
            "true",
            "1",
            "optin",
            "in",
            "granted",
            "given",
            "subscribed",
            "marketing",
            "ja",
            "sí",
            "si",
            "oui");
    private static final Set<String> WORDS_OF_SERVICE = Set.of("service", "transactional", "nonmarketing");

    /** Empty where the cell says nothing; a word that is not known counts as the most restrictive. */
    static Optional<Consent> of(@Nullable String cell) {
        if (cell == null || cell.isBlank()) {
            return Optional.empty();
        }
        String word = cell.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        if (WORDS_OF_ALL.contains(word)) {
            return Optional.of(ALL);
        }
        return Optional.of(WORDS_OF_SERVICE.contains(word) ? SERVICE : NONE);
    }
}
