package dev.tributary.due;

import dev.tributary.store.Portions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The participants who are to be decided upon in the next run, and the identifiers of which something changed. Whoever changes what
 * may tell who somebody is names them here, in the same transaction; one too many costs a look, one too few would keep a wrong
 * decision. As long as nobody was ever decided upon nothing is kept, for then everybody is due. Thread-safe.
 */
@Component
public class Due {

    /** A query of the participants who were taken by {@link #take}. */
    public static final String TAKEN = "SELECT participant_id FROM participant_due WHERE taken = TRUE";

    /** A query of those who were decided upon since the last run that was published, where that is not everybody. */
    public static final String DECIDED = "SELECT participant_id FROM participant_decided";

    /** A query of the identifiers of which anything changed: those that the CRM shows otherwise, and those of whoever was taken. */
    public static final String TOUCHED = """
            SELECT i.type, i.value_text FROM participant_due d JOIN participant_identifier i ON i.participant_id = d.participant_id
            WHERE d.taken = TRUE
            UNION SELECT type, value_text FROM identifier_due WHERE taken = TRUE""";

    private static final String NAME = """
            INSERT INTO participant_due (participant_id, taken)
            SELECT found.participant_id, FALSE
            FROM (%s) found
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

    private static final String CARRIED = """
            INSERT INTO identifier_due (type, value_text, taken)
            SELECT found.type, found.value_text, FALSE
            FROM (SELECT DISTINCT type, value_text FROM crm_contact_point WHERE contact_id IN (%s) AND origin = 'CRM') found
            ON DUPLICATE KEY UPDATE taken = VALUES(taken)""";

    /** A company by its name stands for all that carry that name. */
    private static final String COMPANIES = """
            UPDATE decided_by SET companies_changed = TRUE
            WHERE EXISTS (SELECT 1 FROM crm_contact WHERE id IN (%s) AND given_name IS NULL AND family_name IS NULL)""";

    private static final String KEEP = """
            INSERT INTO participant_decided (participant_id)
            SELECT d.participant_id FROM participant_due d
            WHERE d.taken = TRUE
              AND NOT EXISTS (SELECT 1 FROM participant_decided known WHERE known.participant_id = d.participant_id)""";

    private static final String NOTE = """
            INSERT INTO decided_by (one_row, basis, companies_changed, everybody) VALUES (1, ?, FALSE, ?)
            ON DUPLICATE KEY UPDATE basis = VALUES(basis), companies_changed = FALSE, everybody = everybody OR VALUES(everybody)""";

    /** How much is due. */
    public enum Scope {
        /** Those who were taken, and {@link #TOUCHED}. */
        TAKEN,
        /** Those who were taken, and every identifier. */
        EVERY_IDENTIFIER,
        /** Everybody, and every identifier. */
        EVERYBODY
    }

    private final JdbcTemplate jdbc;

    Due(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An identifier as the tables write it; the value is canonical. */
    public record Value(String type, String value) {}

    /** These participants themselves, by their numbers. */
    public void participants(Collection<Long> ids) {
        if (wasAnybodyDecidedUpon()) {
            Portions.of(ids).forEach(some -> name(PARTICIPANTS.formatted(Portions.marks(some)), some.toArray()));
        }
    }

    /** Those whom a query gives, as {@code participant_id}, each once. */
    public void those(String query, Object... parameters) {
        if (wasAnybodyDecidedUpon()) {
            name(query, parameters);
        }
    }

    /** Whoever has one of these identifiers. */
    public void usersOf(Collection<Value> identifiers) {
        if (!wasAnybodyDecidedUpon()) {
            return;
        }
        Portions.of(identifiers).forEach(some -> {
            String pairs = "(?, ?), ".repeat(some.size() - 1) + "(?, ?)";
            Object[] parameters = some.stream()
                    .flatMap(it -> Stream.of(it.type(), it.value()))
                    .toArray();
            name(USERS.formatted(pairs), parameters);
        });
    }

    /**
     * Whoever is one of these contacts, or may be one, as the contacts stand now: to be called before and after anything of them changes.
     * Contacts that were merged are one.
     */
    public void ofContacts(Collection<Long> contacts) {
        if (!wasAnybodyDecidedUpon()) {
            return;
        }
        for (List<Long> some : Portions.of(contacts)) {
            Portions.of(family(some)).forEach(this::ofFamily);
        }
    }

    private void ofFamily(List<Long> family) {
        List<Object> parameters = new ArrayList<>();
        for (int times = 0; times < 4; times++) {
            parameters.addAll(family);
        }
        String marks = Portions.marks(family);
        name(OF_CONTACTS.formatted(marks), parameters.toArray());
        jdbc.update(CARRIED.formatted(marks), family.toArray());
        jdbc.update(COMPANIES.formatted(marks), family.toArray());
    }

    private boolean wasAnybodyDecidedUpon() {
        return !jdbc.queryForList("SELECT one_row FROM decided_by", Integer.class)
                .isEmpty();
    }

    private Set<Long> family(List<Long> contacts) {
        Set<Long> family = new LinkedHashSet<>(jdbc.queryForList(
                "SELECT DISTINCT COALESCE(survivor_id, id) FROM crm_contact WHERE id IN (" + Portions.marks(contacts)
                        + ")",
                Long.class,
                contacts.toArray()));
        for (List<Long> some : Portions.of(family)) {
            family.addAll(jdbc.queryForList(
                    "SELECT id FROM crm_contact WHERE survivor_id IN (" + Portions.marks(some) + ")",
                    Long.class,
                    some.toArray()));
        }
        family.addAll(contacts);
        return family;
    }

    /**
     * Takes those who are due: {@link #TAKEN} gives them, until they are done. Who becomes due meanwhile is due for the next time.
     *
     * @param basis what everybody was decided by; where it is another one than the last time everybody is due
     */
    public Scope take(String basis) {
        takeMore();
        jdbc.update("UPDATE identifier_due SET taken = TRUE WHERE taken = FALSE");
        return jdbc
                .queryForList("SELECT companies_changed FROM decided_by WHERE basis = ?", Boolean.class, basis)
                .stream()
                .findFirst()
                .map(companies -> companies ? Scope.EVERY_IDENTIFIER : Scope.TAKEN)
                .orElse(Scope.EVERYBODY);
    }

    /**
     * Takes those participants too who were named since. Identifiers of which something changed since are not: whoever asked for
     * {@link #TOUCHED} before has not looked at them.
     */
    public void takeMore() {
        jdbc.update("UPDATE participant_due SET taken = TRUE WHERE taken = FALSE");
    }

    /** All who were taken are decided upon, by this; or everybody is. */
    public void done(String basis, Scope scope) {
        boolean everybody = scope == Scope.EVERYBODY;
        if (!everybody) {
            jdbc.update(KEEP);
        }
        jdbc.update("DELETE FROM participant_due WHERE taken = TRUE");
        jdbc.update("DELETE FROM identifier_due WHERE taken = TRUE");
        jdbc.update(NOTE, basis, everybody);
    }

    /** Whether everybody was decided upon since the last run that was published; where not, {@link #DECIDED} gives who was. */
    public boolean isEverybodyDecided() {
        return !jdbc.queryForList("SELECT everybody FROM decided_by", Boolean.class)
                .equals(List.of(false));
    }

    /** What was decided upon so far is published. */
    public void published() {
        jdbc.update("DELETE FROM participant_decided");
        jdbc.update("UPDATE decided_by SET everybody = FALSE");
    }

    private void name(String query, Object... parameters) {
        jdbc.update(NAME.formatted(query), parameters);
    }
}
