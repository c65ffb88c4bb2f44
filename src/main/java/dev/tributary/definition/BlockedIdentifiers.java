package dev.tributary.definition;

import dev.tributary.interaction.IdentifierType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Values that many people use and that name none of them: {@code noreply@…}, relay addresses, our own numbers. A pattern is a
 * canonical value, or one with a single {@code *} at its begin or end.
 */
public final class BlockedIdentifiers {

    public static final BlockedIdentifiers NONE = new BlockedIdentifiers(Map.of());

    private record Patterns(Set<String> exact, List<String> prefixes, List<String> suffixes) {

        private boolean match(String value) {
            return exact.contains(value)
                    || prefixes.stream().anyMatch(value::startsWith)
                    || suffixes.stream().anyMatch(value::endsWith);
        }
    }

    private final Map<IdentifierType, Patterns> patterns = new EnumMap<>(IdentifierType.class);

    BlockedIdentifiers(Map<IdentifierType, List<String>> values) {
        values.forEach((type, list) -> {
            Patterns of = new Patterns(new HashSet<>(), new ArrayList<>(), new ArrayList<>());
            for (String pattern : list) {
                if (pattern.endsWith("*")) {
                    of.prefixes().add(pattern.substring(0, pattern.length() - 1));
                } else if (pattern.startsWith("*")) {
                    of.suffixes().add(pattern.substring(1));
                } else {
                    of.exact().add(pattern);
                }
            }
            patterns.put(type, of);
        });
    }

    BlockedIdentifiers with(Collection<SharedEntry> entries) {
        BlockedIdentifiers more = new BlockedIdentifiers(Map.of());
        patterns.forEach((type, of) ->
                more.patterns.put(type, new Patterns(new HashSet<>(of.exact()), of.prefixes(), of.suffixes())));
        entries.forEach(it -> more.patterns
                .computeIfAbsent(it.type(), any -> new Patterns(new HashSet<>(), List.of(), List.of()))
                .exact()
                .add(it.value()));
        return more;
    }

    /** @param value canonical */
    public boolean blocks(IdentifierType type, String value) {
        Patterns of = patterns.get(type);
        return of != null && of.match(value);
    }
}
