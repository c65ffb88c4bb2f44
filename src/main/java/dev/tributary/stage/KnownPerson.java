package dev.tributary.stage;

import dev.tributary.interaction.Grade;
import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.interaction.NaturalKey;
import dev.tributary.stage.Normalised.Person;
import dev.tributary.stage.Normalised.Side;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a participant, and which part of it is not in the tables yet. */
final class KnownPerson {

    /** Of a participant without a name: any name is newer. */
    static final LocalDateTime NEVER = LocalDateTime.of(1970, 1, 1, 0, 0);

    /** What a record adds to what is known. */
    enum Novelty {
        NEW,
        CHANGED,
        NOTHING
    }

    /** How and when an identifier was seen with a participant. */
    record Sighting(Identifier identifier, Grade grade, LocalDateTime first, LocalDateTime last) {

        private Sighting with(Sighting other) {
            return new Sighting(
                    order(identifier.raw(), other.identifier.raw()) <= 0 ? identifier : other.identifier,
                    grade.compareTo(other.grade) >= 0 ? grade : other.grade,
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }

        private boolean covers(Sighting other) {
            return with(other).equals(this);
        }
    }

    private record IdentifierKey(IdentifierType type, String value) {}

    private final NaturalKey key;
    private final Map<IdentifierKey, Sighting> sightings = new HashMap<>();
    private final Map<IdentifierKey, Sighting> unwritten = new HashMap<>();
    private Person latest;
    private LocalDateTime profileAt;
    private Side side;
    private long id;
    private boolean dirty;

    private KnownPerson(Person person, LocalDateTime profileAt, long id) {
        this.key = person.key();
        this.latest = person;
        this.profileAt = profileAt;
        this.side = person.side();
        this.id = id;
    }

    static KnownPerson unknown(Person person) {
        KnownPerson unknown = new KnownPerson(person, profileAt(person), 0);
        unknown.dirty = true;
        unknown.sight(person);
        return unknown;
    }

    /** @param stored with the name, handle and side of the tables, and no identifiers yet */
    static KnownPerson stored(long id, Person stored) {
        return new KnownPerson(stored, stored.at(), id);
    }

    void stored(Sighting sighting) {
        sightings.put(keyOf(sighting), sighting);
    }

    Novelty absorb(Person person) {
        boolean newer = isNewer(person);
        boolean changed = newer && !sameProfile(person);
        if (newer) {
            latest = person;
            profileAt = profileAt(person);
            dirty = true;
        }
        if (person.side().compareTo(side) > 0) {
            side = person.side();
            dirty = true;
            changed = true;
        }
        int before = sightings.size();
        sight(person);
        return changed || sightings.size() > before ? Novelty.CHANGED : Novelty.NOTHING;
    }

    private void sight(Person person) {
        person.identifiers().forEach(it -> sight(it, person.gradeOf(it), person.at()));
        person.written().forEach(it -> sight(it, Grade.DECLARED, person.at()));
    }

    private void sight(Identifier identifier, Grade grade, LocalDateTime at) {
        Sighting sighting = new Sighting(identifier, grade, at, at);
        Sighting before = sightings.get(keyOf(sighting));
        if (before == null || !before.covers(sighting)) {
            Sighting after = before == null ? sighting : before.with(sighting);
            sightings.put(keyOf(sighting), after);
            unwritten.put(keyOf(sighting), after);
        }
    }

    private boolean isNewer(Person person) {
        int order = profileAt(person).compareTo(profileAt);
        return order > 0 || (order == 0 && order(profile(person), profile(latest)) > 0);
    }

    private boolean sameProfile(Person person) {
        return profile(person).equals(profile(latest));
    }

    /** In the order of the statement in {@link Participants}, which decides between two partitions. */
    private static String profile(Person person) {
        return text(person.name()) + '\1' + text(person.handle()) + '\1' + text(person.url());
    }

    /** Byte by byte, as both databases can. */
    private static int order(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static LocalDateTime profileAt(Person person) {
        return person.name() == null && person.handle() == null ? NEVER : person.at();
    }

    private static IdentifierKey keyOf(Sighting sighting) {
        return new IdentifierKey(
                sighting.identifier().type(), sighting.identifier().value());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    NaturalKey key() {
        return key;
    }

    /** 0 until it was written. */
    long id() {
        return id;
    }

    void id(long given) {
        id = given;
    }

    boolean isDirty() {
        return dirty;
    }

    Person latest() {
        return latest;
    }

    LocalDateTime profileAt() {
        return profileAt;
    }

    Side side() {
        return side;
    }

    Collection<Sighting> unwritten() {
        return unwritten.values();
    }

    void written() {
        dirty = false;
        unwritten.clear();
    }
}
