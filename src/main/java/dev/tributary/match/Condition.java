package dev.tributary.match;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a rule asks of one field.
 *
 * @param allowed any of them will do
 */
public record Condition(Field field, Set<Agreement> allowed) {

    public Condition {
        allowed = Set.copyOf(allowed);
    }

    /**
     * As the file writes it. SAME, CLOSE and SIMILAR mean that much or more; DIFFERENT and UNKNOWN mean just that. Of several
     * words any will do.
     *
     * @return empty where one of the words is none of these
     */
    public static Optional<Condition> of(Field field, List<String> words) {
        Set<Agreement> allowed = EnumSet.noneOf(Agreement.class);
        for (String word : words) {
            switch (word) {
                case "SAME" -> allowed.add(Agreement.SAME);
                case "CLOSE" -> allowed.addAll(EnumSet.range(Agreement.SAME, Agreement.CLOSE));
                case "SIMILAR" -> allowed.addAll(EnumSet.range(Agreement.SAME, Agreement.SIMILAR));
                case "DIFFERENT" -> allowed.add(Agreement.DIFFERENT);
                case "UNKNOWN" -> allowed.add(Agreement.UNKNOWN);
                default -> {
                    return Optional.empty();
                }
            }
        }
        return allowed.isEmpty() ? Optional.empty() : Optional.of(new Condition(field, allowed));
    }

    /** Whether what was found is what is asked. */
    public boolean holds(Agreements found) {
        return allowed.contains(found.in(field));
    }

    /** {@code email: SAME}, for people. */
    @Override
    public String toString() {
        return field.word().toLowerCase(Locale.ROOT) + ": "
                + allowed.stream().sorted().map(Agreement::name).collect(Collectors.joining(" or "));
    }
}
