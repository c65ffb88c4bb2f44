package dev.tributary.match;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a rule asks of one field.
 *
 * @param levels the levels of which any will do, a bit for each in the order of {@link Agreement}
 */
public record Condition(Field field, int levels) {

    /** The levels of which any will do. */
    public Set<Agreement> allowed() {
        Set<Agreement> allowed = EnumSet.noneOf(Agreement.class);
        for (Agreement level : Agreement.values()) {
            if ((levels & 1 << level.ordinal()) != 0) {
                allowed.add(level);
            }
        }
        return allowed;
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
        int levels = allowed.stream().mapToInt(it -> 1 << it.ordinal()).sum();
        return levels == 0 ? Optional.empty() : Optional.of(new Condition(field, levels));
    }

    /** Whether what was found is what is asked. */
    public boolean holds(Agreements found) {
        return (levels & 1 << found.in(field).ordinal()) != 0;
    }

    /** {@code email: SAME}, for people. */
    @Override
    public String toString() {
        return field.word() + ": " + allowed().stream().map(Agreement::name).collect(Collectors.joining(" or "));
    }
}
