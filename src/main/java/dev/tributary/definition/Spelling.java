package dev.tributary.definition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody may have meant. */
final class Spelling {

    private Spelling() {}

    /** Names the known word that is nearest, where one is near, and all that are known. */
    static String cure(String given, Collection<String> known) {
        if (known.isEmpty()) {
            return "there are none yet";
        }
        String all = "use one of " + String.join(", ", known.stream().sorted().toList());
        return nearest(given, known)
                .map(word -> "did you mean '" + word + "'? " + all)
                .orElse(all);
    }

    static Optional<String> nearest(String given, Collection<String> known) {
        int atMost = Math.max(1, given.length() / 3);
        return known.stream()
                .filter(word -> distance(given, word) <= atMost)
                .min(Comparator.<String>comparingInt(word -> distance(given, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein's distance without regard to upper and lower case. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (same(one.charAt(i - 1), other.charAt(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    private static boolean same(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other);
    }
}
