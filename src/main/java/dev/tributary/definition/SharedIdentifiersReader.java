package dev.tributary.definition;

import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.interaction.SharedKind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code mappings/identity/shared-identifiers.yaml}. */
final class SharedIdentifiersReader {

    static final String FILE = "mappings/identity/shared-identifiers.yaml";

    private static final Map<IdentifierType, String> KEYS = Map.of(
            IdentifierType.EMAIL, "blockedEmails",
            IdentifierType.PHONE, "blockedPhones",
            IdentifierType.HANDLE, "blockedHandles",
            IdentifierType.ID, "blockedIds");
    private static final List<String> KINDS =
            Stream.of(SharedKind.values()).map(Enum::name).toList();
    private static final int MOST = 1_000;

    private final Map<IdentifierType, List<String>> patterns = new EnumMap<>(IdentifierType.class);
    private final List<SharedEntry> entries = new ArrayList<>();

    private SharedIdentifiersReader() {}

    static SharedIdentifiers read(Section file) {
        return new SharedIdentifiersReader().file(file);
    }

    private SharedIdentifiers file(Section file) {
        for (IdentifierType type : IdentifierType.values()) {
            file.groups(KEYS.get(type), "value").forEach(item -> item(type, item));
        }
        List<String> roles = file.texts("roleMailboxes").stream()
                .map(role -> role.toLowerCase(Locale.ROOT))
                .toList();
        Optional<Section> guards = file.section("guards");
        int contacts = number(guards, "contacts", SharedIdentifiers.CONTACTS);
        int names = number(guards, "names", SharedIdentifiers.NAMES);
        int links = number(guards, "links", SharedIdentifiers.LINKS);
        guards.ifPresent(Section::refuseOthers);
        file.refuseOthers();
        return new SharedIdentifiers(new BlockedIdentifiers(patterns), entries, roles, contacts, names, links);
    }

    private static int number(Optional<Section> guards, String key, int standard) {
        return guards.map(it -> it.number(key, standard, 2, MOST)).orElse(standard);
    }

    private void item(IdentifierType type, Section item) {
        String value = item.text("value", "\"+49 30 12345\"");
        SharedKind kind = item.has("kind") ? kind(item) : SharedKind.JUNK;
        Optional<LocalDateTime> since = day(item, "since").map(LocalDate::atStartOfDay);
        Optional<LocalDateTime> until =
                day(item, "until").map(last -> last.plusDays(1).atStartOfDay());
        Optional<String> contact = item.optional("contact", "C001");
        item.refuseOthers();
        if (since.isPresent() && until.isPresent() && !since.get().isBefore(until.get())) {
            item.problem("until", "lies before since", "write the last day on which it is shared");
        }
        if (value.contains("*")) {
            pattern(type, item, value);
        } else if (!value.isEmpty()) {
            entries.add(new SharedEntry(
                    type, canonical(type, value), kind, since.orElse(null), until.orElse(null), contact.orElse(null)));
        }
    }

    private static SharedKind kind(Section item) {
        String word = item.oneOf("kind", KINDS);
        return KINDS.contains(word) ? SharedKind.valueOf(word) : SharedKind.JUNK;
    }

    private static Optional<LocalDate> day(Section item, String key) {
        return item.parsed(key, "2026-05-31", LocalDate::parse, "write a day such as 2026-05-31");
    }

    private void pattern(IdentifierType type, Section item, String pattern) {
        int star = pattern.indexOf('*');
        boolean atAnEnd = star == 0 || star == pattern.length() - 1;
        if (!atAnEnd || star != pattern.lastIndexOf('*') || pattern.length() < 3) {
            item.problem(
                    "value", "'" + pattern + "' is no pattern", "write a value, or one with one * at its begin or end");
        }
        if (!item.keys().stream().allMatch(key -> key.equals("value"))) {
            item.problem("value", "'" + pattern + "' is a pattern and never matches", "write its value alone");
        }
        patterns.computeIfAbsent(type, any -> new ArrayList<>()).add(pattern);
    }

    /** Values may be written as people write them; what is no valid one stands as it is. */
    private static String canonical(IdentifierType type, String value) {
        int colon = value.indexOf(':');
        Identifier read = switch (type) {
            case EMAIL -> Identifier.email(value);
            case PHONE -> Identifier.phone(value, null);
            case HANDLE ->
                colon < 1
                        ? new Identifier(type, value, value, false)
                        : Identifier.handle(value.substring(0, colon), value.substring(colon + 1));
            case ID -> new Identifier(type, value, value, true);
        };
        return read.usable() ? read.value() : value;
    }
}
