package dev.tributary.resolve;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody may have meant. */
final class Spelling {

    private Spelling() {}

    static String cure(String given, Collection<String> known) {
        String all = "the columns are " + String.join(", ", known);
        return nearest(given, known)
                .map(it -> "did you mean '" + it + "'? " + all)
                .orElse(all);
    }

    private static Optional<String> nearest(String given, Collection<String> known) {
        String wanted = given.toLowerCase(Locale.ROOT);
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        int atMost = Math.max(1, given.length() / 3);
        return known.stream()
                .filter(it -> distance.apply(wanted, it.toLowerCase(Locale.ROOT)) <= atMost)
                .min(Comparator.comparingInt(it -> distance.apply(wanted, it.toLowerCase(Locale.ROOT))));
    }
}
