package dev.tributary.identity;

import dev.tributary.definition.OwnAccount;
import dev.tributary.definition.SharedEntry;
import dev.tributary.definition.SharedIdentifiers;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.identity.SharedGroup.Holder;
import dev.tributary.identity.SharedRow.Key;
import dev.tributary.identity.SharedRow.Origin;
import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.SharedKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

    private final JdbcTemplate jdbc;
    private final SharedGroups groups;
    private final SharedIdentifiers file;
    private final Collection<SourceDefinition> sources;
    private final BiPredicate<String, String> contradict;

    /**
     * @param groups those that are looked at
     * @param contradict whether two names cannot be one person's
     */
    SharedFinder(
            JdbcTemplate jdbc,
            SharedGroups groups,
            SharedIdentifiers file,
            Collection<SourceDefinition> sources,
            BiPredicate<String, String> contradict) {
        this.jdbc = jdbc;
        this.groups = groups;
        this.file = file;
        this.sources = sources;
        this.contradict = contradict;
    }

    /** What the registry should hold of the groups that are looked at, of our own accounts and of the file, but for the word of stewards. */
    Map<Key, SharedRow> find() {
        Map<Key, SharedRow> found = new TreeMap<>();
        byNames(found);
        Map<Key, SharedGroup> many = groups.onManyContacts(file.contacts());
        Map<Key, SharedGroup> mailboxes = groups.mailboxesOf(file.roleMailboxes());
        Map<String, List<Long>> companies =
                groups.companies(Stream.concat(many.values().stream(), mailboxes.values().stream())
                        .toList());
        byDegree(many, companies, found);
        byProfiles(found);
        byRole(mailboxes, companies, found);
        ours(found);
        declared(found);
        return found;
    }

    private void byNames(Map<Key, SharedRow> found) {
        groups.usedUnderSeveralNames().forEach((key, group) -> {
            int names = different(group.users());
            if (names >= file.names()) {
                List<Holder> holders = List.copyOf(group.holders().values());
                Holder only = holders.get(0);
                boolean ofCompany = holders.size() == 1 && only.isCompany();
                found.put(
                        key,
                        SharedRow.found(
                                key,
                                ofCompany ? SharedKind.COMPANY_LINE : SharedKind.HOUSEHOLD,
                                ofCompany ? only.contact() : null,
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

    private void byDegree(Map<Key, SharedGroup> many, Map<String, List<Long>> companies, Map<Key, SharedRow> found) {
        many.forEach((key, group) -> {
            String company = group.company();
            found.put(
                    key,
                    SharedRow.found(
                            key,
                            company.isEmpty() ? SharedKind.HOUSEHOLD : SharedKind.COMPANY_LINE,
                            only(companies.get(company)),
                            "on " + group.holders().size() + " contacts"));
        });
    }

    private void byProfiles(Map<Key, SharedRow> found) {
        groups.profilesOfHandles()
                .forEach((key, profiles) -> found.put(
                        key,
                        SharedRow.found(
                                key, SharedKind.HOUSEHOLD, null, "had by " + profiles + " profiles of one channel")));
    }

    private void byRole(Map<Key, SharedGroup> mailboxes, Map<String, List<Long>> companies, Map<Key, SharedRow> found) {
        mailboxes.forEach((key, group) -> {
            Long contact = only(companies.get(group.company()));
            found.put(key, SharedRow.found(key, SharedKind.ROLE_MAILBOX, contact, "the mailbox of a role"));
        });
    }

    private void ours(Map<Key, SharedRow> found) {
        groups.ours().forEach(key -> found.put(key, SharedRow.found(key, SharedKind.OURS, null, "ours")));
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

    private static @Nullable Long only(@Nullable List<Long> contacts) {
        return contacts != null && contacts.size() == 1 ? contacts.get(0) : null;
    }
}
