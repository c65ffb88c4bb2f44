package dev.tributary.timeline;

import dev.tributary.due.Due;
import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.NaturalKey;
import dev.tributary.store.BulkInsert;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@code crm_contact} and its contact points. */
@Component
class ContactStore {

    /** In the order of {@link #contact}; the first is the contact's own id in the CRM. */
    private static final List<String> COLUMNS = List.of(
            "external_id",
            "name",
            "given_name",
            "family_name",
            "company",
            "street",
            "postcode",
            "city",
            "country",
            "birth_date",
            "consent",
            "source",
            "source_changed_at",
            "content_hash",
            "changed_at");

    private static final String UPDATE = "INSERT INTO crm_contact (" + String.join(", ", COLUMNS) + ") VALUES (?"
            + ", ?".repeat(COLUMNS.size() - 1) + ") ON DUPLICATE KEY UPDATE "
            + COLUMNS.stream().skip(1).map(it -> it + " = VALUES(" + it + ")").collect(Collectors.joining(", "));

    private static final List<String> POINT_COLUMNS =
            List.of("contact_id", "type", "value_text", "raw", "usable", "origin");

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
        Map<Boolean, List<ContactRow>> byNews =
                changed.stream().collect(Collectors.partitioningBy(it -> !known.containsKey(it.externalId())));
        List<ContactRow> fresh = byNews.get(true);
        List<Long> updated = byNews.get(false).stream()
                .map(it -> known.get(it.externalId()).id())
                .toList();
        due.ofContacts(updated);
        BulkInsert.into(jdbc, "crm_contact", "external_id", COLUMNS)
                .absent(fresh.stream().map(it -> contact(it, now)).toList());
        jdbc.batchUpdate(
                UPDATE, byNews.get(false).stream().map(it -> contact(it, now)).toList());
        jdbc.batchUpdate(
                "DELETE FROM crm_contact_point WHERE contact_id = ? AND origin = 'CRM'",
                updated.stream().map(id -> new Object[] {id}).toList());
        Map<String, Known> written =
                known(changed.stream().map(ContactRow::externalId).toList());
        List<@Nullable Object[]> points = new ArrayList<>();
        changed.forEach(
                row -> points.addAll(points(written.get(row.externalId()).id(), row)));
        BulkInsert.into(jdbc, "crm_contact_point", "contact_id", POINT_COLUMNS).absent(points);
        due.ofContacts(written.values().stream().map(Known::id).toList());
        Map<Long, ContactRow> ofNew = new TreeMap<>();
        fresh.forEach(row -> ofNew.put(written.get(row.externalId()).id(), row));
        words.add(ofNew);
        words.refresh(updated);
        timelines.contactsChanged(updated);
    }

    /** Of a value that is written in two ways the last stands. */
    private static Collection<Object[]> points(long contact, ContactRow row) {
        Map<List<Object>, Object[]> points = new LinkedHashMap<>();
        for (Identifier it : row.points()) {
            points.put(
                    List.of(it.type(), it.value()),
                    new Object[] {contact, it.type().name(), it.value(), it.raw(), it.usable(), "CRM"});
        }
        return points.values();
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
