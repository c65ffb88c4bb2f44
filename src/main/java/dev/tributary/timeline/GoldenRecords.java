package dev.tributary.timeline;

import dev.tributary.definition.ContactField;
import dev.tributary.definition.Definitions;
import dev.tributary.definition.Survivorship;
import dev.tributary.store.Portions;
import dev.tributary.timeline.GoldenRecord.Choice;
import dev.tributary.timeline.GoldenRecord.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code golden_contact}, one for each contact that others were merged into. */
@Component
class GoldenRecords {

    private static final List<String> COLUMNS = Arrays.stream(ContactField.values())
            .flatMap(field -> Stream.of(field.column(), field.column() + "_from"))
            .toList();

    private static final String WRITE = "INSERT INTO golden_contact (contact_id, " + String.join(", ", COLUMNS)
            + ") VALUES (?" + ", ?".repeat(COLUMNS.size()) + ") ON DUPLICATE KEY UPDATE "
            + COLUMNS.stream().map(it -> it + " = VALUES(" + it + ")").collect(Collectors.joining(", "));

    private static final String MEMBER = """
            SELECT COALESCE(survivor_id, id) AS survivor, id, external_id, name, given_name, family_name, company, street,
                   postcode, city, country, birth_date, consent, source, source_changed_at
            FROM crm_contact""";

    private static final String MEMBERS =
            MEMBER + " WHERE id IN (:ids) UNION ALL " + MEMBER + " WHERE survivor_id IN (:ids)";

    private static final String NEXT = """
            SELECT DISTINCT survivor_id FROM crm_contact WHERE survivor_id > :after ORDER BY survivor_id LIMIT %d""".formatted(Portions.LARGEST);

    private static final String LONELY = """
            DELETE FROM golden_contact WHERE NOT EXISTS
              (SELECT 1 FROM crm_contact m WHERE m.survivor_id = golden_contact.contact_id)""";

    private final JdbcClient client;
    private final JdbcTemplate jdbc;
    private final Survivorship rules;

    GoldenRecords(JdbcClient client, JdbcTemplate jdbc, Definitions definitions) {
        this.client = client;
        this.jdbc = jdbc;
        this.rules = definitions.survivorship();
    }

    /** Those of all contacts: the rules may be others than they were. */
    void publish() {
        client.sql(LONELY).update();
        List<Long> roots = next(0);
        while (!roots.isEmpty()) {
            write(roots);
            roots = next(roots.get(roots.size() - 1));
        }
    }

    /** Those of these contacts, and of the contacts that they were merged into. */
    void refresh(Collection<Long> contacts) {
        for (List<Long> some : Portions.sorted(contacts)) {
            Map<String, Object> parameters = Map.of("ids", some);
            client.sql(LONELY + " AND contact_id IN (:ids)").params(parameters).update();
            List<Long> roots =
                    client.sql("""
                            SELECT survivor_id FROM crm_contact WHERE id IN (:ids) AND survivor_id IS NOT NULL
                            UNION SELECT survivor_id FROM crm_contact WHERE survivor_id IN (:ids)""").params(parameters).query(Long.class).list();
            if (!roots.isEmpty()) {
                write(roots);
            }
        }
    }

    private List<Long> next(long after) {
        return client.sql(NEXT).param("after", after).query(Long.class).list();
    }

    /** Writes what differs. */
    private void write(Collection<Long> roots) {
        Map<Long, List<Member>> clusters = new TreeMap<>();
        client.sql(MEMBERS).param("ids", roots).query(row -> {
            clusters.computeIfAbsent(row.getLong("survivor"), it -> new ArrayList<>())
                    .add(member(row));
        });
        Map<Long, GoldenRecord> known = known(roots);
        List<@Nullable Object[]> changed = new ArrayList<>();
        clusters.forEach((root, members) -> {
            GoldenRecord golden = GoldenRecord.of(root, members, rules);
            if (!golden.equals(known.get(root))) {
                changed.add(row(golden));
            }
        });
        if (!changed.isEmpty()) {
            jdbc.batchUpdate(WRITE, changed);
        }
    }

    private Map<Long, GoldenRecord> known(Collection<Long> roots) {
        Map<Long, GoldenRecord> known = new HashMap<>();
        client.sql("SELECT * FROM golden_contact WHERE contact_id IN (:ids)")
                .param("ids", roots)
                .query(row -> {
                    Map<ContactField, Choice> choices = new EnumMap<>(ContactField.class);
                    for (Map.Entry<ContactField, Object> value : values(row).entrySet()) {
                        long from = row.getLong(value.getKey().column() + "_from");
                        choices.put(value.getKey(), new Choice(value.getValue(), from));
                    }
                    long root = row.getLong("contact_id");
                    known.put(root, new GoldenRecord(root, choices));
                });
        return known;
    }

    /** A contact whose name nobody knows is called by its id, which is no name to survive. */
    private static Member member(ResultSet row) throws SQLException {
        Map<ContactField, Object> values = values(row);
        values.remove(ContactField.NAME, row.getString("external_id"));
        return new Member(
                row.getLong("id"),
                values,
                row.getString("source"),
                row.getObject("source_changed_at", LocalDateTime.class));
    }

    private static Map<ContactField, Object> values(ResultSet row) throws SQLException {
        Map<ContactField, Object> values = new EnumMap<>(ContactField.class);
        for (ContactField field : ContactField.values()) {
            Object value = field == ContactField.BIRTH_DATE
                    ? row.getObject(field.column(), LocalDate.class)
                    : row.getString(field.column());
            if (value != null && !value.toString().isBlank()) {
                values.put(field, value);
            }
        }
        return values;
    }

    private static @Nullable Object[] row(GoldenRecord golden) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(golden.survivor());
        for (ContactField field : ContactField.values()) {
            Choice choice = golden.choices().get(field);
            row.add(choice == null ? null : choice.value());
            row.add(choice == null ? null : choice.from());
        }
        return row.toArray();
    }
}
