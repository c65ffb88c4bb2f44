package dev.tributary.timeline;

import dev.tributary.definition.ContactField;
import dev.tributary.interaction.IdentifierType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The contacts of the CRM that stand for themselves, as their golden records show them. Reads only. Thread-safe. */
@Component
public class ContactDirectory {

    private static final String ROOT = """
            SELECT root.id, root.external_id FROM crm_contact c
            JOIN crm_contact root ON root.id = COALESCE(c.survivor_id, c.id) WHERE c.""";

    private static final String SHOWN = """
            SELECT c.id, c.external_id, COALESCE(g.name, c.name),
                   CASE WHEN g.contact_id IS NULL THEN c.company ELSE g.company END
            FROM crm_contact c LEFT JOIN golden_contact g ON g.contact_id = c.id
            WHERE c.id IN (:ids)""";

    /** A contact into which nobody was merged is its own golden record. */
    private static final String FIELDS = "SELECT "
            + Arrays.stream(ContactField.values())
                    .map(it ->
                            "CASE WHEN g.contact_id IS NULL THEN c.%1$s ELSE g.%1$s END AS %1$s, %1$s.external_id AS %1$s_from"
                                    .formatted(it.column()))
                    .collect(Collectors.joining(", "))
            + " FROM crm_contact c LEFT JOIN golden_contact g ON g.contact_id = c.id"
            + Arrays.stream(ContactField.values())
                    .map(it -> " LEFT JOIN crm_contact %1$s ON %1$s.id = g.%1$s_from".formatted(it.column()))
                    .collect(Collectors.joining())
            + " WHERE c.id = :contact";

    private static final String POINT = """
            SELECT COALESCE(c.survivor_id, c.id) AS root, p.type, p.value_text, MIN(p.raw) AS raw, MIN(p.origin) AS origin
            FROM crm_contact_point p JOIN crm_contact c ON c.id = p.contact_id
            WHERE %s IN (:ids) GROUP BY COALESCE(c.survivor_id, c.id), p.type, p.value_text""";

    private static final String POINTS = "SELECT root, type, value_text, MIN(raw), MIN(origin) FROM ("
            + POINT.formatted("c.id") + " UNION ALL " + POINT.formatted("c.survivor_id")
            + ") every_one GROUP BY root, type, value_text ORDER BY root, type, value_text";

    private static final String LAST = """
            SELECT contact_id, MAX(occurred_at) FROM crm_timeline_entry WHERE contact_id IN (:ids) GROUP BY contact_id""";

    /**
     * A contact that stands for itself.
     *
     * @param number Tributary's own
     * @param id the CRM's
     */
    public record Known(long number, String id) {}

    private final JdbcClient jdbc;

    ContactDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The contact that this one stands under now, itself where it was not merged.
     *
     * @param id the CRM's, also one that the contact had before
     * @return empty where the CRM has no such contact
     */
    public Optional<Known> find(String id) {
        return find(ROOT + "external_id = :id", id)
                .or(() -> find(ROOT + "id = (SELECT a.contact_id FROM crm_contact_alias a WHERE a.alias = :id)", id));
    }

    private Optional<Known> find(String sql, String id) {
        return jdbc.sql(sql)
                .param("id", id)
                .query((row, number) -> new Known(row.getLong(1), row.getString(2)))
                .optional();
    }

    /** What the golden record says, field by field; those that are blank are left out. */
    public List<GoldenField> fields(Known contact) {
        return jdbc.sql(FIELDS)
                .param("contact", contact.number())
                .query((row, number) -> GoldenField.of(row))
                .single();
    }

    /** One of them. */
    public FoundContact shown(Known contact) {
        return shown(List.of(contact.number())).get(0);
    }

    /** These, in this order. */
    List<FoundContact> shown(List<Long> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Map<Long, List<ContactPoint>> points = points(numbers);
        Map<Long, LocalDateTime> last = last(numbers);
        Map<Long, FoundContact> shown = new HashMap<>();
        jdbc.sql(SHOWN).param("ids", numbers).query(row -> {
            long number = row.getLong(1);
            shown.put(
                    number,
                    new FoundContact(
                            number,
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            points.getOrDefault(number, List.of()),
                            last.get(number)));
        });
        return numbers.stream().filter(shown::containsKey).map(shown::get).toList();
    }

    private Map<Long, List<ContactPoint>> points(Collection<Long> numbers) {
        Map<Long, List<ContactPoint>> points = new HashMap<>();
        jdbc.sql(POINTS).param("ids", numbers).query(row -> {
            points.computeIfAbsent(row.getLong(1), number -> new ArrayList<>())
                    .add(new ContactPoint(
                            IdentifierType.valueOf(row.getString(2)),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5)));
        });
        return points;
    }

    private Map<Long, LocalDateTime> last(Collection<Long> numbers) {
        Map<Long, LocalDateTime> last = new HashMap<>();
        jdbc.sql(LAST).param("ids", numbers).query(row -> {
            last.put(row.getLong(1), row.getObject(2, LocalDateTime.class));
        });
        return last;
    }
}
