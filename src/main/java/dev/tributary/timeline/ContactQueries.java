package dev.tributary.timeline;

import dev.tributary.definition.Definitions;
import dev.tributary.definition.OwnAccount;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.timeline.ContactQuery.Id;
import dev.tributary.timeline.ContactQuery.Name;
import dev.tributary.timeline.ContactQuery.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Understands what people enter to find a contact. Thread-safe. */
@Component
public class ContactQueries {

    private static final Pattern NUMBER = Pattern.compile("[+(]?[\\d\\s()./+-]{5,40}");
    private static final Pattern HANDLE = Pattern.compile("@\\S+|[a-z0-9-]{1,32}:@?\\S+");

    private final List<String> regions;
    private final List<String> channels;

    ContactQueries(Definitions definitions) {
        this.regions = definitions.sources().stream()
                .map(SourceDefinition::defaultRegion)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        this.channels = definitions.sources().stream()
                .flatMap(it -> Stream.concat(Stream.of(it.own()), it.accounts().values().stream()))
                .map(OwnAccount::channel)
                .distinct()
                .toList();
    }

    /** What a text may mean: the CRM's id, and by its look an address, a number, a handle, or else a name. */
    public List<ContactQuery> anything(String text) {
        String asked = text.strip();
        List<ContactQuery> queries = new ArrayList<>(List.of(new Id(asked)));
        if (HANDLE.matcher(asked).matches()) {
            queries.add(handle(asked));
        } else if (asked.indexOf('@') > 0) {
            queries.add(email(asked));
        } else if (NUMBER.matcher(asked).matches()) {
            queries.add(phone(asked));
        } else {
            queries.add(name(asked));
        }
        return queries;
    }

    public ContactQuery name(String text) {
        return new Name(ContactWords.of(text));
    }

    public ContactQuery email(String text) {
        return new Point(IdentifierType.EMAIL, List.of(Identifier.email(text).value()));
    }

    /** In any writing; one without a country code is read as each region of the sources would. */
    public ContactQuery phone(String text) {
        return new Point(
                IdentifierType.PHONE,
                Stream.concat(
                                Stream.of(Identifier.phone(text, null)),
                                regions.stream().map(region -> Identifier.phone(text, region)))
                        .map(Identifier::value)
                        .distinct()
                        .toList());
    }

    /** {@code x:@ann}, or {@code @ann} on whatever channel of the sources. */
    public ContactQuery handle(String text) {
        int colon = text.indexOf(':');
        List<String> on = colon > 0 ? List.of(text.substring(0, colon)) : channels;
        String bare = text.substring(colon + 1);
        return new Point(
                IdentifierType.HANDLE,
                on.stream()
                        .map(channel -> Identifier.handle(channel, bare).value())
                        .toList());
    }
}
