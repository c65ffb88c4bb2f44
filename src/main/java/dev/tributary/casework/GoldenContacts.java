package dev.tributary.casework;

import dev.tributary.store.Portions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Some contacts as their golden records show them, with their addresses and numbers. Not thread-safe. */
final class GoldenContacts {

    private static final String CONTACTS = """
            SELECT c.id, c.external_id, v.name, v.given_name, v.family_name, v.company, v.street, v.postcode, v.city,
                   v.country
            FROM crm_contact c JOIN crm_golden_contact v ON v.contact = c.external_id
            WHERE c.id IN (:contacts)""";

    private static final String POINTS = """
            SELECT c.id AS root, p.type, p.value_text, MIN(p.raw) AS raw
            FROM crm_contact c JOIN crm_contact_point p ON p.contact_id = c.id
            WHERE c.id IN (:contacts) AND p.origin = 'CRM'
            GROUP BY c.id, p.type, p.value_text
            UNION
            SELECT c.survivor_id, p.type, p.value_text, MIN(p.raw)
            FROM crm_contact c JOIN crm_contact_point p ON p.contact_id = c.id
            WHERE c.survivor_id IN (:contacts) AND p.origin = 'CRM'
            GROUP BY c.survivor_id, p.type, p.value_text
            ORDER BY 1, 2, 3, 4""";

    /** One contact. */
    record Golden(
            long id,
            String contact,
            String name,
            @Nullable String given,
            @Nullable String family,
            @Nullable String company,
            Address address,
            List<Point> points) {}

    /** Such as the CRM holds it. */
    record Point(IdentifierKey key, String raw) {}

    private final Map<Long, Golden> byId = new HashMap<>();

    GoldenContacts(JdbcClient jdbc, List<Long> contacts) {
        Portions.of(contacts).forEach(some -> read(jdbc, some));
    }

    private void read(JdbcClient jdbc, List<Long> contacts) {
        Map<Long, List<Point>> points = new HashMap<>();
        jdbc.sql(POINTS).param("contacts", contacts).query(row -> {
            List<Point> known = points.computeIfAbsent(row.getLong(1), any -> new ArrayList<>());
            IdentifierKey key = KnownIdentifiers.key(row, "type", "value_text");
            if (known.isEmpty() || !known.get(known.size() - 1).key().equals(key)) {
                known.add(new Point(key, row.getString("raw")));
            }
        });
        jdbc.sql(CONTACTS).param("contacts", contacts).query(row -> {
            long id = row.getLong("id");
            byId.put(
                    id,
                    new Golden(
                            id,
                            row.getString("external_id"),
                            row.getString("name"),
                            row.getString("given_name"),
                            row.getString("family_name"),
                            row.getString("company"),
                            new Address(
                                    row.getString("street"),
                                    row.getString("postcode"),
                                    row.getString("city"),
                                    row.getString("country")),
                            points.getOrDefault(id, List.of())));
        });
    }

    Golden of(long id) {
        return Objects.requireNonNull(byId.get(id));
    }
}
