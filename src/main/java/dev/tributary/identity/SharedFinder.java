package dev.tributary.identity;

import dev.tributary.definition.OwnAccount;
import dev.tributary.definition.SharedEntry;
import dev.tributary.definition.SharedIdentifiers;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.identity.SharedRow.Key;
import dev.tributary.identity.SharedRow.Origin;
import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.interaction.SharedKind;
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
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds the identifiers that tell no single person: by how many contacts carry them, by the names of those who use them, by
 * the profiles that had a handle, by their local part, and our own. Whatever it finds follows from the tables and the file alone.
 */
final class SharedFinder {

    private static final Logger LOG = LoggerFactory.getLogger(SharedFinder.class);

    private static final String HELD = "held.origin = 'CRM' AND held.usable = TRUE";

    private static final String ON_MANY_CONTACTS = """
            SELECT shared.type, shared.value_text, COALESCE(c.survivor_id, c.id) AS id, c.name, c.given_name, c.family_name, c.company
            FROM (SELECT held.type, held.value_text FROM crm_contact_point held WHERE %1$s
                  GROUP BY held.type, held.value_text HAVING COUNT(*) >= ?) shared
            JOIN crm_contact_point held ON held.type = shared.type AND held.value_text = shared.value_text AND %1$s
            JOIN crm_contact c ON c.id = held.contact_id
            ORDER BY shared.type, shared.value_text, c.external_id""".formatted(HELD);

    private static final String OF_A_ROLE = """
            SELECT held.type, held.value_text, COALESCE(c.survivor_id, c.id) AS id, c.name, c.given_name, c.family_name, c.company
            FROM crm_contact_point held JOIN crm_contact c ON c.id = held.contact_id
            WHERE held.type = 'EMAIL' AND %s AND (%s)
            ORDER BY held.type, held.value_text, c.external_id""";

    private static final String BY_SEVERAL_NAMES = """
            SELECT i.type, i.value_text, p.name AS participant, COALESCE(c.survivor_id, c.id) AS id,
                   c.name, c.given_name, c.family_name, c.company
            FROM (SELECT one.type, one.value_text
                  FROM participant_identifier one JOIN participant who ON who.id = one.participant_id
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
            FROM crm_contact_point held
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
            FROM participant p JOIN participant_identifier i ON i.participant_id = p.id
            WHERE p.side = 2 AND i.usable = TRUE AND i.grade <> 'DECLARED'
              AND EXISTS (SELECT 1 FROM crm_contact_point held
                          WHERE held.type = i.type AND held.value_text = i.value_text AND %s)""".formatted(HELD);

    private static final String COMPANIES =
            "SELECT id, name FROM crm_contact WHERE given_name IS NULL AND family_name IS NULL AND survivor_id IS NULL";

    /** All who carry one identifier, and all who use it. */
    private static final class Group {
        private final Map<Long, Holder> holders = new TreeMap<>();
        private final Set<String> users = new HashSet<>();
    }

    private record Holder(
            long contact,
            String name,
            @Nullable String given,
            @Nullable String family,
            @Nullable String company) {

        /** The company that they belong to, or may be themselves; empty where none is known. */
        private String organisation() {
            if (namesCompany()) {
                return PersonNames.folded(company);
            }
            return given == null && family == null ? PersonNames.folded(name) : "";
        }

        private boolean namesCompany() {
            return company != null && !company.isBlank();
        }

        private boolean isCompany() {
            return given == null
                    && family == null
                    && namesCompany()
                    && organisation().equals(PersonNames.folded(name));
        }
    }

    private final JdbcTemplate jdbc;
    private final SharedIdentifiers file;
    private final Collection<SourceDefinition> sources;
    private final BiPredicate<String, String> contradict;

    /** @param contradict whether two names cannot be one person's */
    SharedFinder(
            JdbcTemplate jdbc,
            SharedIdentifiers file,
            Collection<SourceDefinition> sources,
            BiPredicate<String, String> contradict) {
        this.jdbc = jdbc;
        this.file = file;
        this.sources = sources;
        this.contradict = contradict;
    }

    /** What the registry should hold, but for the word of stewards. */
    Map<Key, SharedRow> find() {
        Map<Key, SharedRow> found = new TreeMap<>();
        byNames(found);
        byDegree(found);
        byProfiles(found);
        byRole(found);
        ours(found);
        declared(found);
        return found;
    }

    private void byNames(Map<Key, SharedRow> found) {
        groups(BY_SEVERAL_NAMES, true).forEach((key, group) -> {
            int names = different(group.users);
            if (names >= file.names()) {
                List<Holder> holders = List.copyOf(group.holders.values());
                Holder only = holders.get(0);
                boolean ofCompany = holders.size() == 1 && only.isCompany();
                found.put(
                        key,
                        SharedRow.found(
                                key,
                                ofCompany ? SharedKind.COMPANY_LINE : SharedKind.HOUSEHOLD,
                                ofCompany ? only.contact : null,
                                "used by people of " + names + " different names"));
            }
        });
    }

    /** How many of the names contradict all of those that were counted before; the order is the names' own. */
    private int different(Set<String> names) {
        List<String> apart = new ArrayList<>();
        for (String name : names.stream().sorted().toList()) {
            if (apart.stream().allMatch(other -> contradict.test(name, other))) {
                apart.add(name);
            }
        }
        return apart.size();
    }

    private void byDegree(Map<Key, SharedRow> found) {
        Map<Key, Group> groups = groups(ON_MANY_CONTACTS, false, file.contacts());
        groups.values().removeIf(group -> group.holders.size() < file.contacts());
        Map<String, List<Long>> companies = companies(groups);
        groups.forEach((key, group) -> {
            String company = company(group);
            found.put(
                    key,
                    SharedRow.found(
                            key,
                            company.isEmpty() ? SharedKind.HOUSEHOLD : SharedKind.COMPANY_LINE,
                            only(companies.get(company)),
                            "on " + group.holders.size() + " contacts"));
        });
    }

    private void byProfiles(Map<Key, SharedRow> found) {
        jdbc.query(OF_SEVERAL_PROFILES, row -> {
            Key key = key(row);
            found.put(
                    key,
                    SharedRow.found(
                            key,
                            SharedKind.HOUSEHOLD,
                            null,
                            "had by " + row.getInt("profiles") + " profiles of one channel"));
        });
    }

    private void byRole(Map<Key, SharedRow> found) {
        if (file.roleMailboxes().isEmpty()) {
            return;
        }
        String[] bounds = file.roleMailboxes().stream()
                .flatMap(role -> Stream.of(role + "@", role + "A"))
                .toArray(String[]::new);
        String roles = file.roleMailboxes().stream()
                .map(role -> "(held.value_text >= ? AND held.value_text < ?)")
                .reduce((one, other) -> one + " OR " + other)
                .orElseThrow();
        Map<Key, Group> groups = groups(OF_A_ROLE.formatted(HELD, roles), false, (Object[]) bounds);
        Map<String, List<Long>> companies = companies(groups);
        groups.forEach((key, group) -> {
            Long contact = only(companies.get(company(group)));
            found.put(key, SharedRow.found(key, SharedKind.ROLE_MAILBOX, contact, "the mailbox of a role"));
        });
    }

    private void ours(Map<Key, SharedRow> found) {
        jdbc.query(OURS, row -> {
            Key key = key(row);
            found.put(key, SharedRow.found(key, SharedKind.OURS, null, "ours"));
        });
        for (SourceDefinition source : sources) {
            Stream.concat(Stream.of(source.own()), source.accounts().values().stream())
                    .flatMap(account -> identifiers(account, source.defaultRegion()))
                    .map(it -> new Key(it.type(), it.value()))
                    .forEach(key -> found.put(key, SharedRow.found(key, SharedKind.OURS, null, "ours")));
        }
    }

    /** Whatever an account's name may be: it never is a customer. */
    private static Stream<Identifier> identifiers(OwnAccount account, @Nullable String region) {
        return Stream.of(
                        Identifier.email(account.account()),
                        Identifier.phone(account.account(), region),
                        Identifier.handle(account.channel(), account.account()),
                        Identifier.id(account.channel(), account.account()))
                .filter(Identifier::usable);
    }

    private void declared(Map<Key, SharedRow> found) {
        Map<String, Long> contacts = new HashMap<>();
        for (SharedEntry entry : file.entries()) {
            Long contact = entry.contact() == null
                    ? null
                    : contacts.computeIfAbsent(entry.contact(), id -> new ContactIds(jdbc).find(id));
            if (entry.contact() != null && contact == null) {
                LOG.warn("shared-identifiers.yaml names the contact {}, which the CRM does not have", entry.contact());
            }
            Key key = new Key(entry.type(), entry.value());
            found.put(
                    key,
                    new SharedRow(
                            key,
                            entry.kind(),
                            entry.since(),
                            entry.until(),
                            contact,
                            Origin.FILE,
                            "shared-identifiers.yaml",
                            null));
        }
    }

    private Map<Key, Group> groups(String sql, boolean withUsers, Object... parameters) {
        Map<Key, Group> groups = new TreeMap<>();
        jdbc.query(
                sql,
                row -> {
                    Group group = groups.computeIfAbsent(key(row), any -> new Group());
                    long contact = row.getLong("id");
                    group.holders.putIfAbsent(
                            contact,
                            new Holder(
                                    contact,
                                    row.getString("name"),
                                    row.getString("given_name"),
                                    row.getString("family_name"),
                                    row.getString("company")));
                    if (withUsers) {
                        group.users.add(row.getString("participant"));
                    }
                },
                parameters);
        return groups;
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(IdentifierType.valueOf(row.getString("type")), row.getString("value_text"));
    }

    /** The one company of all who carry it; empty where there is none, or more than one. */
    private static String company(Group group) {
        Set<String> companies = new HashSet<>();
        group.holders.values().forEach(holder -> companies.add(holder.organisation()));
        boolean named = group.holders.values().stream().anyMatch(Holder::namesCompany);
        return named && companies.size() == 1 ? companies.iterator().next() : "";
    }

    /** The contacts that are one of these companies themselves, by its name. */
    private Map<String, List<Long>> companies(Map<Key, Group> groups) {
        Map<String, List<Long>> companies = new HashMap<>();
        groups.values().forEach(group -> companies.put(company(group), new ArrayList<>()));
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

    private static @Nullable Long only(@Nullable List<Long> contacts) {
        return contacts != null && contacts.size() == 1 ? contacts.get(0) : null;
    }
}
