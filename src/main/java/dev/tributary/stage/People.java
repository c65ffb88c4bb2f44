package dev.tributary.stage;

import dev.tributary.definition.IdScope;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.interaction.Conversation;
import dev.tributary.interaction.Grade;
import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.interaction.NaturalKey;
import dev.tributary.interaction.Party;
import dev.tributary.stage.Normalised.Person;
import dev.tributary.stage.Normalised.Side;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recognises a participant by what a record says of them. Remembers what was parsed, for people repeat. Not thread-safe. */
final class People {

    private static final int REMEMBERED = 20_000;

    private final Map<String, Identifier> phones = remembering();
    private final Map<String, Identifier> emails = remembering();

    /**
     * Empty where the party has neither an id nor a handle, address, number or name.
     *
     * @param conversation the scope of a bare name: two people of one name in two conversations are two
     */
    Optional<Person> person(
            SourceDefinition source,
            Party party,
            Side side,
            Grade grade,
            @Nullable Conversation conversation,
            OffsetDateTime at) {
        String scope = source.idScope() == IdScope.CHANNEL ? "" : source.account();
        List<Identifier> identifiers = identifiers(source, party);
        return nativeId(party, identifiers, conversation)
                .map(id -> new Person(
                        NaturalKey.of("participant", source.channel(), scope, id),
                        source.channel(),
                        scope,
                        id,
                        Texts.cut(blankToNull(party.handle()), 190),
                        Texts.cut(blankToNull(party.name()), 255),
                        Texts.cut(party.url(), 1000),
                        side,
                        grade,
                        identifiers,
                        Utc.of(at),
                        List.of()));
    }

    /** Whether the party is the source's own account. */
    boolean isOurs(SourceDefinition source, Party party) {
        String account = bare(source.account());
        return account.equals(bare(party.id()))
                || account.equals(bare(party.handle()))
                || party.emails().stream().anyMatch(it -> account.equals(bare(it)))
                || party.phones().stream().anyMatch(it -> samePhone(it, source));
    }

    /** Whether it is the address or number of the source's own account. */
    boolean isOurs(SourceDefinition source, Identifier identifier) {
        return identifier.type() == IdentifierType.PHONE
                ? samePhone(identifier.value(), source)
                : bare(source.account()).equals(bare(identifier.value()));
    }

    private boolean samePhone(String phone, SourceDefinition source) {
        return phone(phone, source.defaultRegion())
                .value()
                .equals(phone(source.account(), source.defaultRegion()).value());
    }

    private static Optional<String> nativeId(
            Party party, List<Identifier> identifiers, @Nullable Conversation conversation) {
        if (!isBlank(party.id())) {
            return Optional.of(Texts.key("party.id", party.id().strip()));
        }
        Optional<String> known = identifiers.stream().map(Identifier::value).findFirst();
        if (known.isPresent() || isBlank(party.name())) {
            return known;
        }
        String where = conversation == null ? "" : conversation.id();
        return Optional.of(Texts.key("party.name", "name:" + party.name().strip() + "@" + where));
    }

    private List<Identifier> identifiers(SourceDefinition source, Party party) {
        List<Identifier> found = new ArrayList<>();
        party.emails().stream().filter(it -> !it.isBlank()).map(this::email).forEach(found::add);
        party.phones().stream()
                .filter(it -> !it.isBlank())
                .map(it -> phone(it, source.defaultRegion()))
                .forEach(found::add);
        if (!isBlank(party.handle())) {
            found.add(Identifier.handle(source.channel(), party.handle()));
        }
        if (!isBlank(party.id())) {
            found.add(Identifier.id(idScope(source), party.id()));
        }
        party.ids().forEach((name, id) -> found.add(Identifier.id(source.channel() + "." + name, id)));
        return found.stream().distinct().toList();
    }

    private static String idScope(SourceDefinition source) {
        return source.idScope() == IdScope.CHANNEL ? source.channel() : source.channel() + "/" + source.account();
    }

    private Identifier email(String raw) {
        return emails.computeIfAbsent(raw, Identifier::email);
    }

    private Identifier phone(String raw, @Nullable String region) {
        return phones.computeIfAbsent(region + " " + raw, it -> Identifier.phone(raw, region));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return isBlank(text) ? null : text;
    }

    private static String bare(@Nullable String name) {
        if (name == null) {
            return "";
        }
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("@") ? lower.substring(1) : lower;
    }

    private static Map<String, Identifier> remembering() {
        return new LinkedHashMap<>(1024, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Identifier> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
