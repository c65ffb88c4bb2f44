package dev.tributary.spelling;

import dev.tributary.interaction.IdentifierType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds spellings among all values there are. Most values are written in one way only, and only counted against the keys of the few
 * others; so two passes over the indexes do.
 */
final class AllSpellings {

    private final WrittenValues values;
    private final KeptKeys kept;

    AllSpellings(WrittenValues values, KeptKeys kept) {
        this.values = values;
        this.kept = kept;
    }

    Collection<Spellings> of(IdentifierType type) {
        Map<String, Spellings> byKey = new HashMap<>();
        values.each(
                type,
                (side, value) -> LooseKeys.telling(type, value)
                        .forEach(key -> byKey.computeIfAbsent(key, any -> new Spellings(type))));
        if (!byKey.isEmpty()) {
            values.each(type, (side, value) -> {
                for (String key : LooseKeys.of(type, value)) {
                    Spellings known = byKey.get(key);
                    if (known != null) {
                        known.add(side, value);
                    }
                }
            });
            Set<String> telling = new HashSet<>();
            byKey.values().forEach(it -> telling.addAll(it.values()));
            kept.keep(type, telling);
        }
        return byKey.values();
    }
}
