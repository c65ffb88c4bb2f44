package dev.tributary.spelling;

import dev.tributary.interaction.IdentifierType;
import dev.tributary.store.Portions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds spellings where a value of which something changed has a key that any value tells: the same as among all values, for where no
 * value with a key changed, nothing can be found under it that was not found before.
 */
final class NewSpellings {

    /** Each national number asks an index for up to two thousand with a country code; where these are many, reading all costs less. */
    private static final int MOST_NATIONAL = 1_000;

    private final WrittenValues values;
    private final KeptKeys kept;
    private final AllSpellings all;

    NewSpellings(WrittenValues values, KeptKeys kept, AllSpellings all) {
        this.values = values;
        this.kept = kept;
        this.all = all;
    }

    Collection<Spellings> of(IdentifierType type, List<String> touched) {
        Set<String> known = new HashSet<>();
        for (List<String> some : Portions.of(touched)) {
            kept.keep(type, some);
            Set<String> keys = new HashSet<>();
            some.forEach(value -> keys.addAll(LooseKeys.of(type, value)));
            known.addAll(kept.known(type, keys));
        }
        if (known.stream().filter(key -> LooseKeys.isNational(type, key)).count() > MOST_NATIONAL) {
            return all.of(type);
        }
        List<Spellings> found = new ArrayList<>();
        Portions.of(known).forEach(some -> found.addAll(under(type, some)));
        return found;
    }

    /** What contacts carry is asked first: nothing else is, of keys under which they carry nothing. */
    private Collection<Spellings> under(IdentifierType type, List<String> keys) {
        Map<String, Set<String>> candidates = candidates(type, keys);
        Set<String> carried = values.among(type, Side.ON_CONTACTS, flat(candidates));
        candidates.values().removeIf(some -> Collections.disjoint(some, carried));
        Set<String> used = values.among(type, Side.OF_PARTICIPANTS, flat(candidates));
        List<Spellings> found = new ArrayList<>();
        candidates.forEach((key, some) -> {
            some.removeIf(value -> !LooseKeys.of(type, value).contains(key));
            Spellings spellings = new Spellings(type);
            some.stream().filter(carried::contains).forEach(it -> spellings.add(Side.ON_CONTACTS, it));
            some.stream().filter(used::contains).forEach(it -> spellings.add(Side.OF_PARTICIPANTS, it));
            if (spellings.isTold(key)) {
                found.add(spellings);
            }
        });
        return found;
    }

    /** By key all that may be written so, whether there is such a value or not. */
    private Map<String, Set<String>> candidates(IdentifierType type, List<String> keys) {
        Map<String, Set<String>> candidates = new LinkedHashMap<>();
        keys.forEach(key ->
                candidates.put(key, new HashSet<>(LooseKeys.bare(type, key).toList())));
        Map<String, List<String>> telling = kept.telling(type, flat(candidates));
        candidates
                .values()
                .forEach(some -> List.copyOf(some).forEach(it -> some.addAll(telling.getOrDefault(it, List.of()))));
        return candidates;
    }

    private static Set<String> flat(Map<String, Set<String>> candidates) {
        Set<String> flat = new HashSet<>();
        candidates.values().forEach(flat::addAll);
        return flat;
    }
}
