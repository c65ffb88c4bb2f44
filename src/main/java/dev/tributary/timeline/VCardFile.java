package dev.tributary.timeline;

import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.NaturalKey;
import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import ezvcard.property.Address;
import ezvcard.property.Birthday;
import ezvcard.property.FormattedName;
import ezvcard.property.Organization;
import ezvcard.property.Revision;
import ezvcard.property.StructuredName;
import ezvcard.property.Uid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Contacts as vCards, versions 2.1 to 4.0; by ez-vcard. */
final class VCardFile {

    private final @Nullable String region;

    /** @param region for numbers without a country code; null where there is none */
    VCardFile(@Nullable String region) {
        this.region = region;
    }

    /** @throws UncheckedIOException where the file cannot be read */
    void read(Path file, Consumer<ContactRow> rows, Consumer<RefusedRow> refused) {
        try (VCardReader cards = new VCardReader(file)) {
            long ordinal = 0;
            for (VCard card = cards.readNext(); card != null; card = cards.readNext()) {
                ordinal++;
                read(ordinal, card, rows, refused);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void read(long ordinal, VCard card, Consumer<ContactRow> rows, Consumer<RefusedRow> refused) {
        List<Identifier> points = points(card);
        String name = name(card).orElse("");
        if (name.isEmpty() && points.isEmpty()) {
            refused.accept(new RefusedRow(ordinal, "the card has neither a name nor an address or number"));
            return;
        }
        StructuredName structured = card.getStructuredName();
        rows.accept(new ContactRow(
                ordinal,
                id(card, name, points),
                name.isEmpty() ? points.get(0).raw() : name,
                structured == null ? null : structured.getGiven(),
                structured == null ? null : structured.getFamily(),
                company(card),
                details(card),
                points));
    }

    private static Optional<String> name(VCard card) {
        FormattedName formatted = card.getFormattedName();
        if (formatted != null
                && formatted.getValue() != null
                && !formatted.getValue().isBlank()) {
            return Optional.of(formatted.getValue().strip());
        }
        StructuredName structured = card.getStructuredName();
        if (structured == null) {
            return Optional.ofNullable(company(card));
        }
        return Optional.of(Stream.of(structured.getGiven(), structured.getFamily())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" ")));
    }

    private static @Nullable String company(VCard card) {
        Organization organization = card.getOrganization();
        return organization == null || organization.getValues().isEmpty()
                ? null
                : organization.getValues().get(0);
    }

    private static ContactDetails details(VCard card) {
        Optional<Address> address = card.getAddresses().stream().findFirst();
        return new ContactDetails(
                address.map(Address::getStreetAddressFull)
                        .flatMap(VCardFile::said)
                        .orElse(null),
                address.map(Address::getPostalCode).flatMap(VCardFile::said).orElse(null),
                address.map(Address::getLocality).flatMap(VCardFile::said).orElse(null),
                address.map(Address::getCountry).flatMap(VCardFile::said).orElse(null),
                card.getBirthday() == null ? null : birthDate(card.getBirthday()),
                null,
                null,
                card.getRevision() == null ? null : changedAt(card.getRevision()));
    }

    private static Optional<String> said(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }

    /** A birthday without its year is none here. */
    private static @Nullable LocalDate birthDate(Birthday birthday) {
        Temporal date = birthday.getDate();
        return date != null && date.isSupported(ChronoField.EPOCH_DAY) ? LocalDate.from(date) : null;
    }

    private static @Nullable LocalDateTime changedAt(Revision revision) {
        Temporal at = revision.getValue();
        return at != null && at.isSupported(ChronoField.INSTANT_SECONDS)
                ? LocalDateTime.ofInstant(Instant.from(at), ZoneOffset.UTC)
                : null;
    }

    private List<Identifier> points(VCard card) {
        List<Identifier> points = new ArrayList<>();
        card.getEmails().stream()
                .map(it -> it.getValue())
                .filter(it -> it != null && !it.isBlank())
                .forEach(it -> points.add(Identifier.email(it)));
        card.getTelephoneNumbers().stream()
                .map(it -> it.getUri() == null ? it.getText() : it.getUri().getNumber())
                .filter(it -> it != null && !it.isBlank())
                .forEach(it -> points.add(Identifier.phone(it, region)));
        return points;
    }

    /** A card without a UID is known by what it says of the person. */
    private static String id(VCard card, String name, List<Identifier> points) {
        Uid uid = card.getUid();
        if (uid != null && uid.getValue() != null && !uid.getValue().isBlank()) {
            return uid.getValue().strip();
        }
        String known = points.stream().map(Identifier::value).sorted().collect(Collectors.joining(" "));
        return "vcard:" + NaturalKey.of(name, known).hex();
    }
}
