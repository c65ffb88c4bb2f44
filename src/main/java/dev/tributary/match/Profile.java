package dev.tributary.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one person or company, canonical and ready to be compared. Immutable and small: a million of them fit into
 * memory.
 */
public final class Profile {

    private static final int BITS = 4;
    private static final int MOST = (1 << BITS) - 1;
    private static final long DERIVED = 1L << 62;

    private final Term[] terms;

    /** How many terms each field has, four bits each, and whether given and family name were taken out of the whole name. */
    private final long counts;

    private Profile(Term[] terms, long counts) {
        this.terms = terms;
        this.counts = counts;
    }

    /**
     * A profile that stands alone.
     *
     * @param region two letters, for telephone numbers without a country code; null where none is known
     */
    public static Builder builder(@Nullable String region) {
        return new Builder(null, region);
    }

    int count(Field field) {
        return (int) (counts >>> field.shift(BITS) & MOST);
    }

    /** The place of a field's first term. */
    private int start(Field field) {
        int start = 0;
        for (long before = counts & (1L << field.shift(BITS)) - 1; before != 0; before >>>= BITS) {
            start += (int) (before & MOST);
        }
        return start;
    }

    /** The canonical values of a field in their order; empty where nothing usable is known. */
    public List<Term> terms(Field field) {
        int count = count(field);
        if (count == 0) {
            return List.of();
        }
        int start = start(field);
        return Collections.unmodifiableList(Arrays.asList(terms).subList(start, start + count));
    }

    /** The first value of a field, null where nothing usable is known. */
    public @Nullable Term first(Field field) {
        return count(field) == 0 ? null : terms[start(field)];
    }

    Term at(int place) {
        return terms[place];
    }

    /** Whether nothing is known that could be compared. */
    public boolean isBlank() {
        return terms.length == 0;
    }

    /** Whether given and family name are parts of the whole name, and were not told by themselves. */
    boolean isNameDerived() {
        return (counts & DERIVED) != 0;
    }

    /** Personal data: only the fields are printed. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Field field : Field.all()) {
            if (count(field) > 0) {
                text.append(text.isEmpty() ? "" : " ").append(field.word());
            }
        }
        return text.toString();
    }

    /** Takes values as people write them. Not thread-safe. */
    public static final class Builder {

        private final @Nullable Vocabulary vocabulary;
        private final Map<Field, List<String>> values = new EnumMap<>(Field.class);
        private @Nullable String region;

        Builder(@Nullable Vocabulary vocabulary, @Nullable String region) {
            this.vocabulary = vocabulary;
            this.region = region;
        }

        /** Telephone numbers that are added from now on and have no country code are of this region. */
        public Builder region(@Nullable String twoLetters) {
            region = twoLetters;
            return this;
        }

        /**
         * One value, as it is written; null, blanks, placeholders and values that break the rules of their field are passed
         * over. A field keeps its first 15 values.
         */
        public Builder add(Field field, @Nullable String raw) {
            return raw == null ? this : addCanonical(field, Canonical.of(field, raw, region));
        }

        /** One value that is canonical already: an address or number as {@code interaction} makes them, a scoped id. */
        public Builder addCanonical(Field field, @Nullable String value) {
            if (value != null && !value.isEmpty()) {
                List<String> known = values.computeIfAbsent(field, it -> new ArrayList<>(1));
                if (known.size() < MOST && !known.contains(value)) {
                    known.add(value);
                }
            }
            return this;
        }

        /** Whether nothing usable was added for a field so far. */
        public boolean lacks(Field field) {
            return !values.containsKey(field);
        }

        public Profile build() {
            long counts = derived();
            List<Term> terms = new ArrayList<>();
            for (Map.Entry<Field, List<String>> entry : values.entrySet()) {
                Field field = entry.getKey();
                counts |= (long) entry.getValue().size() << field.shift(BITS);
                entry.getValue().forEach(it -> terms.add(term(field, it)));
            }
            return new Profile(terms.toArray(Term[]::new), counts);
        }

        private Term term(Field field, String text) {
            return vocabulary == null ? Term.of(field, text) : vocabulary.term(field, text);
        }

        /** Takes given and family name out of a whole name where they were not told. */
        private long derived() {
            List<String> names = values.get(Field.NAME);
            if (names == null || values.containsKey(Field.GIVEN) || values.containsKey(Field.FAMILY)) {
                return 0;
            }
            for (String name : names) {
                int last = Names.isOfPerson(name) ? name.lastIndexOf(' ') : -1;
                if (last > 0) {
                    addCanonical(Field.GIVEN, name.substring(0, last));
                    addCanonical(Field.FAMILY, name.substring(last + 1));
                }
            }
            return DERIVED;
        }
    }
}
