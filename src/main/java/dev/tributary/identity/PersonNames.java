package dev.tributary.identity;

import dev.tributary.match.Agreement;
import dev.tributary.match.Comparison;
import dev.tributary.match.Field;
import dev.tributary.match.Profile;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names as people write them. */
final class PersonNames {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private PersonNames() {}

    /** Without regard to case, accents and punctuation; empty for null. */
    static String folded(@Nullable String name) {
        if (name == null) {
            return "";
        }
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('ı', 'i');
        return NO_WORD.matcher(plain).replaceAll(" ").strip();
    }

    /** Whether both are full names of people, and of two people: so nicknames and initials contradict nothing. */
    static boolean contradict(String one, String other) {
        return Comparison.of(profile(one), profile(other)).in(Field.GIVEN) == Agreement.DIFFERENT
                && areComparable(one, other, null)
                && areComparable(other, one, null);
    }

    /**
     * Whether a difference between them tells anything: both have several words, and the one has none of the other's given names in
     * whatever place.
     *
     * @param given the given names of the other; null takes all of its words but the last
     */
    static boolean areComparable(String one, String other, @Nullable String given) {
        List<String> words = List.of(folded(one).split(" "));
        List<String> others = List.of(folded(other).split(" "));
        List<String> givens = given == null
                ? others.subList(0, others.size() - 1)
                : List.of(folded(given).split(" "));
        return words.size() > 1 && others.size() > 1 && words.stream().noneMatch(givens::contains);
    }

    private static Profile profile(String name) {
        return Profile.builder(null).add(Field.NAME, name).build();
    }
}
