package dev.tributary.due;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The participants who are to be decided upon in the next run. Whoever changes what may tell who somebody is names them here, in the
 * same transaction; one too many costs a look, one too few would keep a wrong decision. As long as nobody was ever decided upon
 * nothing is kept, for then everybody is due. Thread-safe.
 */
@Component
public class Due {

    /** The participants that are due at a moment: everybody, or those that {@link #TAKEN} gives. */
    public static final String TAKEN = "SELECT participant_id FROM participant_due WHERE taken = TRUE";

    private static final int PORTION = 500;

    /** Without the {@code WHERE}, MySQL takes what comes behind for the condition of the join. */
    private static final String NAME = """
            INSERT INTO participant_due (participant_id, taken)
            SELECT found.participant_id, FALSE
            FROM (%s) found CROSS JOIN decided_by
            WHERE TRUE
            ON DUPLICATE KEY UPDATE taken = VALUES(taken)""";

    private static final String PARTICIPANTS = "SELECT id AS participant_id FROM participant WHERE id IN (%s)";

    private static final String USERS = """
            SELECT DISTINCT i.participant_id FROM participant_identifier i WHERE (i.type, i.value_text) IN (%s)""";

    /** Who carries what they carry, in any spelling, or what they stand for; and who is linked to them. */
    private static final String OF_CONTACTS = """
            SELECT i.participant_id
            FROM crm_contact_point held
            JOIN participant_identifier i ON i.type = held.type AND i.value_text = held.value_text
            WHERE held.contact_id IN (%1$s) AND held.origin = 'CRM'
            UNION
            SELECT i.participant_id
            FROM crm_contact_point held
            JOIN loose_identifier q ON q.type = held.type AND q.other = held.value_text
            JOIN participant_identifier i ON i.type = q.type AND i.value_text = q.value_text
            WHERE held.contact_id IN (%1$s) AND held.origin = 'CRM'
            UNION
            SELECT i.participant_id
            FROM shared_identifier s
            JOIN participant_identifier i ON i.type = s.type AND i.value_text = s.value_text
            WHERE s.contact_id IN (%1$s)
            UNION
            SELECT l.participant_id FROM link l WHERE l.contact_id IN (%1$s) AND l.active_participant IS NOT NULL""";

    private final JdbcTemplate jdbc;

    Due(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An identifier as the tables write it; the value is canonical. */
    public record Value(String type, String value) {}

    /** These participants themselves. */
    public void participants(Collection<Long> ids) {
        inPortions(ids, some -> name(PARTICIPANTS.formatted(marks(some.size())), some.toArray()));
    }

    /** Those whom a query gives, as {@code participant_id}, each once. */
    public void those(String query, Object... parameters) {
        name(query, parameters);
    }

    /** Whoever has one of these identifiers. */
    public void usersOf(Collection<Value> identifiers) {
        inPortions(identifiers, some -> {
            String pairs = "(?, ?), ".repeat(some.size() - 1) + "(?, ?)";
            Object[] parameters = some.stream()
                    .flatMap(it -> Stream.of(it.type(), it.value()))
                    .toArray();
            name(USERS.formatted(pairs), parameters);
        });
    }

    /**
     * Whoever is one of these contacts, or may be one, as the contacts stand now: to be called before what they carry is taken away, and
     * after something is added. Contacts that were merged are one.
     */
    public void ofContacts(Collection<Long> contacts) {
        inPortions(
                contacts,
                some -> inPortions(family(some), family -> {
                    List<Object> parameters = new ArrayList<>();
                    for (int times = 0; times < 4; times++) {
                        parameters.addAll(family);
                    }
                    name(OF_CONTACTS.formatted(marks(family.size())), parameters.toArray());
                }));
    }

    private Set<Long> family(List<Long> contacts) {
        Set<Long> family = new LinkedHashSet<>(jdbc.queryForList(
                "SELECT DISTINCT COALESCE(survivor_id, id) FROM crm_contact WHERE id IN (" + marks(contacts.size())
                        + ")",
                Long.class,
                contacts.toArray()));
        inPortions(
                List.copyOf(family),
                some -> family.addAll(jdbc.queryForList(
                        "SELECT id FROM crm_contact WHERE survivor_id IN (" + marks(some.size()) + ")",
                        Long.class,
                        some.toArray())));
        family.addAll(contacts);
        return family;
    }

    /**
     * Takes those who are due: {@link #TAKEN} gives them, until they are done. Who becomes due meanwhile is due for the next time.
     *
     * @param basis what everybody was decided by; where it is another one than the last time everybody is due
     * @return whether everybody is due
     */
    public boolean take(String basis) {
        jdbc.update("UPDATE participant_due SET taken = TRUE WHERE taken = FALSE");
        return jdbc.queryForList("SELECT basis FROM decided_by WHERE basis = ?", String.class, basis)
                .isEmpty();
    }

    /** All who were taken are decided upon, by this. */
    public void done(String basis) {
        jdbc.update("DELETE FROM participant_due WHERE taken = TRUE");
        if (jdbc.update("UPDATE decided_by SET basis = ?", basis) == 0) {
            jdbc.update("INSERT INTO decided_by (one_row, basis) VALUES (1, ?)", basis);
        }
    }

    private void name(String query, Object... parameters) {
        jdbc.update(NAME.formatted(query), parameters);
    }

    private static String marks(int count) {
        return "?, ".repeat(count - 1) + "?";
    }

    private static <T> void inPortions(Collection<T> all, Consumer<List<T>> each) {
        List<T> list = List.copyOf(all);
        for (int from = 0; from < list.size(); from += PORTION) {
            each.accept(list.subList(from, Math.min(list.size(), from + PORTION)));
        }
    }
}
