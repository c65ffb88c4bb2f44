package dev.tributary.identity;

import dev.tributary.match.Field;
import dev.tributary.match.Profile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a participant shows, field by field, as it is written.
 *
 * @param profile the same, to be compared
 */
record Theirs(@Nullable String name, Map<Field, List<String>> written, Profile profile) {

    static Theirs of(Candidate candidate) {
        Map<Field, List<String>> written = new EnumMap<>(Field.class);
        Profile.Builder profile = Profile.builder(null).add(Field.NAME, candidate.name());
        for (Evidence it : candidate.evidence()) {
            Field field = Field.valueOf(it.type().name());
            written.computeIfAbsent(field, any -> new ArrayList<>()).add(it.raw());
            profile.addCanonical(field, it.value());
        }
        return new Theirs(candidate.name(), written, profile.build());
    }

    List<String> values(Field field) {
        return switch (field) {
            case NAME, GIVEN, FAMILY -> name == null ? List.of() : List.of(name);
            default -> List.copyOf(written.getOrDefault(field, List.of()));
        };
    }

    /** Personal data is not printed. */
    @Override
    public String toString() {
        return "***";
    }
}
