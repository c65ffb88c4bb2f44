package dev.tributary.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The values of a list of people, each kept once, and how many carry each. Profiles may be made of one vocabulary by several
 * threads at a time; counting is for one thread, when all are made.
 */
public final class Vocabulary {

    private final List<Map<String, Term>> known = new ArrayList<>();
    private final @Nullable String region;
    private int people;

    /** @param region two letters, for telephone numbers without a country code; null where none is known */
    public Vocabulary(@Nullable String region) {
        this.region = region;
        for (int i = 0; i < Field.all().length; i++) {
            known.add(new ConcurrentHashMap<>());
        }
    }

    /** A new profile of these values. */
    public Profile.Builder profile() {
        return new Profile.Builder(this, region);
    }

    Term term(Field field, String text) {
        Map<String, Term> terms = known.get(field.ordinal());
        Term term = terms.get(text);
        return term == null ? terms.computeIfAbsent(text, it -> Term.of(field, it)) : term;
    }

    /** Counts who carries what; each profile once. */
    public void count(Profile profile) {
        people++;
        for (Field field : Field.all()) {
            profile.terms(field).forEach(Term::carried);
        }
    }

    /** How many profiles were counted. */
    public int people() {
        return people;
    }

    /** How many different values a field has. */
    public int distinct(Field field) {
        return known.get(field.ordinal()).size();
    }
}
