package dev.tributary.timeline;

import dev.tributary.interaction.NaturalKey;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What else the CRM's export says of a contact; null where it says nothing. Longer texts are cut.
 *
 * @param source the system in which the contact was entered
 * @param changedAt when that system changed it last, in UTC
 */
record ContactDetails(
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String country,
        @Nullable LocalDate birthDate,
        @Nullable Consent consent,
        @Nullable String source,
        @Nullable LocalDateTime changedAt) {

    static final ContactDetails NONE = new ContactDetails(null, null, null, null, null, null, null, null);

    ContactDetails {
        street = ContactRow.cut(street, 255);
        postcode = ContactRow.cut(postcode, 32);
        city = ContactRow.cut(city, 255);
        country = ContactRow.cut(country, 100);
        source = ContactRow.cut(source, 64);
    }

    NaturalKey hash() {
        return NaturalKey.of(street, postcode, city, country, text(birthDate), text(consent), source, text(changedAt));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
