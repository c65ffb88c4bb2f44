package dev.tributary.timeline;

import dev.tributary.due.Due;
import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.NaturalKey;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@code crm_contact} and its contact points. */
@Component
class ContactStore {

    private static final String WRITE = """
            INSERT INTO crm_contact
              (external_id, name, given_name, family_name, company, street, postcode, city, country, birth_date, consent,
               source, source_changed_at, content_hash, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE name = VALUES(name), given_name = VALUES(given_name),
              family_name = VALUES(family_name), company = VALUES(company), street = VALUES(street),
              postcode = VALUES(postcode), city = VALUES(city), country = VALUES(country),
              birth_date = VALUES(birth_date), consent = VALUES(consent), source = VALUES(source),
              source_changed_at = VALUES(source_changed_at), content_hash = VALUES(content_hash),
              changed_at = VALUES(changed_at)""";

    private static final String WRITE_POINT = """
            INSERT INTO crm_contact_point (contact_id, type, value_text, raw, usable, origin)
            VALUES (?, ?, ?, ?, ?, 'CRM') ON DUPLICATE KEY UPDATE raw = VALUES(raw), usable = VALUES(usable)""";

    /** What became of some rows. */
    record Written(long added, long updated, long unchanged) {

        static final Written NOTHING = new Written(0, 0, 0);

        Written plus(Written other) {
            return new Written(added + other.added, updated + other.updated, unchanged + other.unchanged);
        }
    }

    private record Known(long id, NaturalKey hash) {}

    private final JdbcTemplate jdbc;
    private final Timelines timelines;
    private final ContactWords words;
    private final Due due;
    private final Clock clock;

    ContactStore(JdbcTemplate jdbc, Timelines timelines, ContactWords words, Due due, Clock clock) {
        this.jdbc = jdbc;
        this.timelines = timelines;
        this.words = words;
        this.due = due;
        this.clock = clock;
    }

    /** Writes what differs; of several rows with one id the last stands. */
    @Transactional
    public Written write(List<ContactRow> rows) {
        if (rows.isEmpty()) {
            return Written.NOTHING;
        }
        Map<String, ContactRow> byId = new LinkedHashMap<>();
        rows.forEach(row -> byId.put(row.externalId(), row));
        Map<String, Known> known = known(byId.keySet());
        List<ContactRow> changed = byId.values().stream()
                .filter(row -> !known.containsKey(row.externalId())
                        || !known.get(row.externalId()).hash().equals(row.hash()))
                .toList();
        write(changed, known);
        long added = changed.stream()
                .filter(row -> !known.containsKey(row.externalId()))
                .count();
        return new Written(added, changed.size() - added, (long) rows.size() - changed.size());
    }

    /** A contact that was merged keeps its own row up to date, and the golden record follows. */
    private void write(List<ContactRow> changed, Map<String, Known> known) {
        if (changed.isEmpty()) {
            return;
        }
        LocalDateTime now = LocalDateTime.now(clock);
        List<Long> before = changed.stream()
                .map(it -> known.get(it.externalId()))
                .filter(Objects::nonNull)
                .map(Known::id)
                .toList();
        due.ofContacts(before);
        jdbc.batchUpdate(WRITE, changed.stream().map(it -> contact(it, now)).toList());
        jdbc.batchUpdate(
                "DELETE FROM crm_contact_point WHERE contact_id = ? AND origin = 'CRM'",
                before.stream().map(it -> new Object[] {it}).toList());
        Map<String, Known> written =
                known(changed.stream().map(ContactRow::externalId).toList());
        List<Object[]> points = new ArrayList<>();
        for (ContactRow row : changed) {
            long id = written.get(row.externalId()).id();
            for (Identifier point : row.points()) {
                points.add(new Object[] {id, point.type().name(), point.value(), point.raw(), point.usable()});
            }
        }
        if (!points.isEmpty()) {
            jdbc.batchUpdate(WRITE_POINT, points);
        }
        List<Long> ids = written.values().stream().map(Known::id).toList();
        due.ofContacts(ids);
        words.refresh(ids);
        timelines.contactsChanged(before);
    }

    private static @Nullable Object[] contact(ContactRow it, LocalDateTime now) {
        ContactDetails more = it.details();
        return new @Nullable Object[] {
            it.externalId(),
            it.name(),
            it.givenName(),
            it.familyName(),
            it.company(),
            more.street(),
            more.postcode(),
            more.city(),
            more.country(),
            more.birthDate(),
            more.consent() == null ? null : more.consent().name(),
            more.source(),
            more.changedAt(),
            it.hash().bytes(),
            now
        };
    }

    private Map<String, Known> known(Collection<String> ids) {
        Map<String, Known> known = new HashMap<>();
        jdbc.query(
                "SELECT external_id, id, content_hash FROM crm_contact WHERE external_id IN ("
                        + "?, ".repeat(ids.size() - 1) + "?)",
                row -> {
                    known.put(row.getString(1), new Known(row.getLong(2), NaturalKey.of(row.getBytes(3))));
                },
                ids.toArray());
        return known;
    }
}
