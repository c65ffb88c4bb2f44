package dev.tributary.definition;

import java.util.List;

/**
 * What {@code mappings/identity/shared-identifiers.yaml} says of identifiers that tell no single person.
 *
 * @param blocked patterns of values that never match
 * @param entries values of their own
 * @param roleMailboxes local parts of addresses that belong to a role, such as {@code info}; in lower case
 * @param contacts on how many contacts an identifier is shared
 * @param names by how many people of clearly different names an identifier is shared
 * @param links so many links by rules a contact may have; of one that would get more, a person decides
 */
public record SharedIdentifiers(
        BlockedIdentifiers blocked,
        List<SharedEntry> entries,
        List<String> roleMailboxes,
        int contacts,
        int names,
        int links) {

    static final int CONTACTS = 3;
    static final int NAMES = 2;
    static final int LINKS = 10;

    public static final SharedIdentifiers NONE =
            new SharedIdentifiers(BlockedIdentifiers.NONE, List.of(), List.of(), CONTACTS, NAMES, LINKS);

    public SharedIdentifiers {
        entries = List.copyOf(entries);
        roleMailboxes = List.copyOf(roleMailboxes);
    }

    /** The patterns and, for whoever knows no registry, the values of their own that never match whatever the day. */
    BlockedIdentifiers blockedOneByOne() {
        return blocked.with(entries.stream()
                .filter(it -> it.kind().namesNobody() && it.since() == null && it.until() == null)
                .toList());
    }
}
