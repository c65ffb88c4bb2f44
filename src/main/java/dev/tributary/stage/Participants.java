package dev.tributary.stage;

import dev.tributary.due.Due;
import dev.tributary.interaction.Grade;
import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.interaction.NaturalKey;
import dev.tributary.stage.KnownPerson.Novelty;
import dev.tributary.stage.KnownPerson.Sighting;
import dev.tributary.stage.Normalised.Person;
import dev.tributary.stage.Normalised.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * The participants of a chunk: recalled, added to, and written where they changed. Whoever adds nothing costs no write. Remembers
 * those it met. Not thread-safe: one for each partition.
 */
final class Participants {

    private static final int REMEMBERED = 20_000;

    /** Bytes are compared, for the collation of names takes upper and lower case for the same. */
    private static final String NEWER = """
            (profile_at < VALUES(profile_at)
             OR (profile_at = VALUES(profile_at)
                 AND CAST(CONCAT(COALESCE(name, ''), '\1', COALESCE(handle, ''), '\1', COALESCE(url, ''))
                          AS BINARY(6000))
                   < CAST(CONCAT(COALESCE(VALUES(name), ''), '\1', COALESCE(VALUES(handle), ''), '\1',
                                 COALESCE(VALUES(url), '')) AS BINARY(6000))))""";

    private static final String WRITE = """
            INSERT INTO participant (natural_key, channel, scope, native_id, handle, name, url, side, profile_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
              side = GREATEST(side, VALUES(side)),
              url = CASE WHEN %1$s THEN VALUES(url) ELSE url END,
              handle = CASE WHEN %1$s THEN VALUES(handle) ELSE handle END,
              name = CASE WHEN %1$s THEN VALUES(name) ELSE name END,
              profile_at = GREATEST(profile_at, VALUES(profile_at))""".formatted(NEWER);

    private static final String WRITE_IDENTIFIER = """
            INSERT INTO participant_identifier
              (participant_id, type, value_text, raw, grade, usable, first_seen, last_seen)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
              raw = CASE WHEN CAST(VALUES(raw) AS BINARY(2000)) < CAST(raw AS BINARY(2000)) THEN VALUES(raw) ELSE raw END,
              grade = CASE WHEN 'VERIFIED' IN (grade, VALUES(grade)) THEN 'VERIFIED'
                           WHEN 'CHANNEL' IN (grade, VALUES(grade)) THEN 'CHANNEL' ELSE 'DECLARED' END,
              first_seen = LEAST(first_seen, VALUES(first_seen)),
              last_seen = GREATEST(last_seen, VALUES(last_seen))""";

    private static final String RECALL = """
            SELECT p.id, p.natural_key, p.handle, p.name, p.url, p.side, p.profile_at,
                   i.type, i.value_text, i.raw, i.grade, i.usable, i.first_seen, i.last_seen
            FROM participant p LEFT JOIN participant_identifier i ON i.participant_id = p.id
            WHERE p.natural_key IN (%s)""";

    private final JdbcTemplate jdbc;
    private final Due due;
    private final Map<NaturalKey, KnownPerson> chunk = new TreeMap<>();
    private final Map<NaturalKey, KnownPerson> remembered = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<NaturalKey, KnownPerson> eldest) {
            return size() > REMEMBERED;
        }
    };

    Participants(JdbcTemplate jdbc, Due due) {
        this.jdbc = jdbc;
        this.due = due;
    }

    /** After a rollback: what is remembered may not be in the tables. */
    void forget() {
        remembered.clear();
    }

    /** Begins a chunk with these people in it. */
    void recall(Collection<Person> people) {
        chunk.clear();
        Map<NaturalKey, Person> strangers = new TreeMap<>();
        for (Person person : people) {
            KnownPerson met = remembered.get(person.key());
            if (met == null) {
                strangers.put(person.key(), person);
            } else {
                chunk.put(person.key(), met);
            }
        }
        Keys.inBatches(strangers.keySet(), keys -> {
            RowCallbackHandler each = row -> recall(row, strangers);
            jdbc.query(RECALL.formatted(Keys.placeholders(keys.size())), each, Keys.parameters(keys));
        });
    }

    private void recall(ResultSet row, Map<NaturalKey, Person> strangers) throws SQLException {
        NaturalKey key = NaturalKey.of(row.getBytes("natural_key"));
        KnownPerson person = chunk.get(key);
        if (person == null) {
            person = stored(row, strangers.get(key));
            chunk.put(key, person);
        }
        if (row.getString("type") != null) {
            person.stored(sighting(row));
        }
    }

    private static KnownPerson stored(ResultSet row, Person as) throws SQLException {
        return KnownPerson.stored(
                row.getLong("id"),
                new Person(
                        as.key(),
                        as.channel(),
                        as.scope(),
                        as.nativeId(),
                        row.getString("handle"),
                        row.getString("name"),
                        row.getString("url"),
                        Side.values()[row.getInt("side")],
                        as.grade(),
                        List.of(),
                        row.getObject("profile_at", LocalDateTime.class),
                        List.of()));
    }

    private static Sighting sighting(ResultSet row) throws SQLException {
        return new Sighting(
                new Identifier(
                        IdentifierType.valueOf(row.getString("type")),
                        row.getString("value_text"),
                        row.getString("raw"),
                        row.getBoolean("usable")),
                Grade.valueOf(row.getString("grade")),
                row.getObject("first_seen", LocalDateTime.class),
                row.getObject("last_seen", LocalDateTime.class));
    }

    /** Adds what a record shows of a person of this chunk. */
    Novelty absorb(Person person) {
        KnownPerson met = chunk.get(person.key());
        if (met == null) {
            chunk.put(person.key(), KnownPerson.unknown(person));
            return Novelty.NEW;
        }
        return met.absorb(person);
    }

    /** Writes what changed; afterwards every person of the chunk has an id. */
    void flush() {
        List<KnownPerson> dirty =
                chunk.values().stream().filter(KnownPerson::isDirty).toList();
        if (!dirty.isEmpty()) {
            jdbc.batchUpdate(WRITE, dirty.stream().map(Participants::parameters).toList());
        }
        giveIds();
        List<Object[]> identifiers = new ArrayList<>();
        List<Long> changed = new ArrayList<>();
        for (KnownPerson person : chunk.values()) {
            if (person.isDirty() || !person.unwritten().isEmpty()) {
                changed.add(person.id());
            }
            person.unwritten().forEach(sighting -> identifiers.add(parameters(person.id(), sighting)));
            person.written();
        }
        if (!identifiers.isEmpty()) {
            jdbc.batchUpdate(WRITE_IDENTIFIER, identifiers);
        }
        due.participants(changed);
        remembered.putAll(chunk);
    }

    /** @return the row's id of a person that was flushed */
    long id(NaturalKey person) {
        return chunk.get(person).id();
    }

    private void giveIds() {
        Map<NaturalKey, KnownPerson> newcomers = new HashMap<>();
        chunk.forEach((key, person) -> {
            if (person.id() == 0) {
                newcomers.put(key, person);
            }
        });
        Keys.inBatches(
                newcomers.keySet(),
                keys -> jdbc.query(
                        "SELECT id, natural_key FROM participant WHERE natural_key IN ("
                                + Keys.placeholders(keys.size()) + ")",
                        row -> {
                            newcomers.get(NaturalKey.of(row.getBytes(2))).id(row.getLong(1));
                        },
                        Keys.parameters(keys)));
    }

    private static Object[] parameters(KnownPerson person) {
        Person latest = person.latest();
        return new Object[] {
            person.key().bytes(),
            latest.channel(),
            latest.scope(),
            latest.nativeId(),
            latest.handle(),
            latest.name(),
            latest.url(),
            person.side().ordinal(),
            person.profileAt()
        };
    }

    private static Object[] parameters(long participant, Sighting sighting) {
        Identifier identifier = sighting.identifier();
        return new Object[] {
            participant,
            identifier.type().name(),
            identifier.value(),
            identifier.raw(),
            sighting.grade().name(),
            identifier.usable(),
            sighting.first(),
            sighting.last()
        };
    }
}
