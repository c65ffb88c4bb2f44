package dev.tributary.timeline;

import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.NaturalKey;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One contact as the CRM's export shows it.
 *
 * @param line where it stands in the file, from 1
 * @param externalId the CRM's own id
 * @param name and the other names: cut to 255 characters
 */
record ContactRow(
        long line,
        String externalId,
        String name,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String company,
        ContactDetails details,
        List<Identifier> points) {

    private static final int LONGEST = 255;

    ContactRow {
        name = Objects.requireNonNull(cut(name, LONGEST));
        givenName = cut(givenName, LONGEST);
        familyName = cut(familyName, LONGEST);
        company = cut(company, LONGEST);
    }

    /** Never through the middle of a character. */
    static @Nullable String cut(@Nullable String text, int longest) {
        if (text == null || text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    /** Equal for two rows that would leave the same contact. */
    NaturalKey hash() {
        return NaturalKey.of(
                name,
                givenName,
                familyName,
                company,
                details.equals(ContactDetails.NONE) ? null : details.hash().hex(),
                points.stream()
                        .map(point -> point.type() + " " + point.value() + " " + point.raw())
                        .sorted()
                        .collect(Collectors.joining("\n")));
    }
}
