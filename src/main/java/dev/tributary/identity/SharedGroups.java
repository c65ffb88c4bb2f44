package dev.tributary.identity;

import dev.tributary.due.Due;
import dev.tributary.identity.SharedGroup.Holder;
import dev.tributary.identity.SharedRow.Key;
import dev.tributary.interaction.IdentifierType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asks the tables which identifiers several people carry or use. */
final class SharedGroups {

    private static final String HELD = "held.origin = 'CRM' AND held.usable = TRUE";

    private static final String ON_MANY_CONTACTS = """
            SELECT shared.type, shared.value_text, COALESCE(c.survivor_id, c.id) AS id, c.name, c.given_name, c.family_name, c.company
            FROM (SELECT held.type, held.value_text FROM crm_contact_point held %%1$s WHERE %1$s
                  GROUP BY held.type, held.value_text HAVING COUNT(*) >= ?) shared
            JOIN crm_contact_point held ON held.type = shared.type AND held.value_text = shared.value_text AND %1$s
            JOIN crm_contact c ON c.id = held.contact_id
            ORDER BY shared.type, shared.value_text, c.external_id""".formatted(HELD);

    private static final String OF_A_ROLE = """
            SELECT held.type, held.value_text, COALESCE(c.survivor_id, c.id) AS id, c.name, c.given_name, c.family_name, c.company
            FROM crm_contact_point held %s JOIN crm_contact c ON c.id = held.contact_id
            WHERE held.type = 'EMAIL' AND %s AND (%s)
            ORDER BY held.type, held.value_text, c.external_id""";

    private static final String BY_SEVERAL_NAMES = """
            SELECT i.type, i.value_text, p.name AS participant, COALESCE(c.survivor_id, c.id) AS id,
                   c.name, c.given_name, c.family_name, c.company
            FROM (SELECT one.type, one.value_text
                  FROM participant_identifier one %%1$s JOIN participant who ON who.id = one.participant_id
                  WHERE who.side = 1 AND one.type IN ('EMAIL', 'PHONE') AND one.usable = TRUE AND one.grade <> 'DECLARED'
                  GROUP BY one.type, one.value_text HAVING MIN(who.name) <> MAX(who.name)) several
            JOIN participant_identifier i ON i.type = several.type AND i.value_text = several.value_text
                                         AND i.usable = TRUE AND i.grade <> 'DECLARED'
            JOIN participant p ON p.id = i.participant_id AND p.side = 1 AND p.name IS NOT NULL
            JOIN crm_contact_point held ON held.type = i.type AND held.value_text = i.value_text AND %s
            JOIN crm_contact c ON c.id = held.contact_id
            ORDER BY i.type, i.value_text, p.name, c.external_id""".formatted(HELD);

    /** Profiles with ids of their own that had one handle: one gave it up, and another took it. */
    private static final String OF_SEVERAL_PROFILES = """
            SELECT i.type, i.value_text, COUNT(DISTINCT p.id) AS profiles
            FROM crm_contact_point held %%1$s
            JOIN participant_identifier i ON i.type = held.type AND i.value_text = held.value_text
                                         AND i.usable = TRUE AND i.grade <> 'DECLARED'
            JOIN participant p ON p.id = i.participant_id AND p.side = 1
            WHERE held.type = 'HANDLE' AND %s
              AND EXISTS (SELECT 1 FROM participant_identifier own
                          WHERE own.participant_id = p.id AND own.type = 'ID' AND own.value_text <> i.value_text)
            GROUP BY i.type, i.value_text, p.channel, p.scope HAVING COUNT(DISTINCT p.id) > 1
            ORDER BY i.type, i.value_text, profiles""".formatted(HELD);

    private static final String OURS = """
            SELECT DISTINCT i.type, i.value_text
            FROM participant p JOIN participant_identifier i ON i.participant_id = p.id %%1$s
            WHERE p.side = 2 AND i.usable = TRUE AND i.grade <> 'DECLARED'
              AND EXISTS (SELECT 1 FROM crm_contact_point held
                          WHERE held.type = i.type AND held.value_text = i.value_text AND %s)""".formatted(HELD);

    private static final String COMPANIES =
            "SELECT id, name FROM crm_contact WHERE given_name IS NULL AND family_name IS NULL AND survivor_id IS NULL";

    /** Only those that are touched, of a table by its name in a query. */
    private static final String TOUCHED =
            "JOIN (" + Due.TOUCHED + ") touched ON touched.type = %1$s.type AND touched.value_text = %1$s.value_text";

    private final JdbcTemplate jdbc;
    private final boolean all;

    /** @param all whether to ask for all identifiers, or for {@link Due#TOUCHED} alone */
    SharedGroups(JdbcTemplate jdbc, boolean all) {
        this.jdbc = jdbc;
        this.all = all;
    }

    private String touched(String table) {
        return all ? "" : TOUCHED.formatted(table);
    }

    /** Those that people of more than one name use, with the names. */
    Map<Key, SharedGroup> usedUnderSeveralNames() {
        return groups(BY_SEVERAL_NAMES.formatted(touched("one")), true);
    }

    /** @param least so many contacts carry them */
    Map<Key, SharedGroup> onManyContacts(int least) {
        Map<Key, SharedGroup> groups = groups(ON_MANY_CONTACTS.formatted(touched("held")), false, least);
        groups.values().removeIf(group -> group.holders().size() < least);
        return groups;
    }

    /** @param roles local parts of addresses; none are asked for where it is empty */
    Map<Key, SharedGroup> mailboxesOf(Collection<String> roles) {
        if (roles.isEmpty()) {
            return Map.of();
        }
        Object[] bounds = roles.stream()
                .flatMap(role -> Stream.of(role + "@", role + "A"))
                .toArray();
        String conditions = roles.stream()
                .map(role -> "(held.value_text >= ? AND held.value_text < ?)")
                .reduce((one, other) -> one + " OR " + other)
                .orElseThrow();
        return groups(OF_A_ROLE.formatted(touched("held"), HELD, conditions), false, bounds);
    }

    /** How many profiles with ids of their own had each handle; the largest number of any channel. */
    Map<Key, Integer> profilesOfHandles() {
        Map<Key, Integer> profiles = new TreeMap<>();
        jdbc.query(OF_SEVERAL_PROFILES.formatted(touched("held")), row -> {
            profiles.put(key(row), row.getInt("profiles"));
        });
        return profiles;
    }

    /** What was asked for; null where it was all. */
    @Nullable
    Set<Key> asked() {
        return all ? null : new HashSet<>(jdbc.query(Due.TOUCHED, (row, number) -> key(row)));
    }

    /** Those of our own participants that a contact carries. */
    Set<Key> ours() {
        return new HashSet<>(jdbc.query(OURS.formatted(touched("i")), (row, number) -> key(row)));
    }

    private Map<Key, SharedGroup> groups(String sql, boolean withUsers, Object... parameters) {
        Map<Key, SharedGroup> groups = new TreeMap<>();
        jdbc.query(
                sql,
                row -> {
                    SharedGroup group = groups.computeIfAbsent(key(row), any -> new SharedGroup());
                    long contact = row.getLong("id");
                    group.add(new Holder(
                            contact,
                            row.getString("name"),
                            row.getString("given_name"),
                            row.getString("family_name"),
                            row.getString("company")));
                    if (withUsers) {
                        group.addUser(row.getString("participant"));
                    }
                },
                parameters);
        return groups;
    }

    /**
     * The contacts that are a company themselves, by its name.
     *
     * @param groups of which the companies are asked for
     */
    Map<String, List<Long>> companies(Collection<SharedGroup> groups) {
        Map<String, List<Long>> companies = new HashMap<>();
        groups.forEach(group -> companies.put(group.company(), new ArrayList<>()));
        companies.remove("");
        if (!companies.isEmpty()) {
            jdbc.query(COMPANIES, row -> {
                List<Long> contacts = companies.get(PersonNames.folded(row.getString("name")));
                if (contacts != null) {
                    contacts.add(row.getLong("id"));
                }
            });
        }
        return companies;
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(IdentifierType.valueOf(row.getString("type")), row.getString("value_text"));
    }
}
