package dev.tributary.timeline;

import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.NaturalKey;
import java.util.List;
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
        List<Identifier> points) {

    private static final int LONGEST = 255;

    ContactRow {
        name = cut(name);
        givenName = givenName == null ? null : cut(givenName);
        familyName = familyName == null ? null : cut(familyName);
        company = company == null ? null : cut(company);
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** Equal for two rows that would leave the same contact. */
    NaturalKey hash() {
        return NaturalKey.of(
                name,
                givenName,
                familyName,
                company,
                points.stream()
                        .map(point -> point.type() + " " + point.value() + " " + point.raw())
                        .sorted()
                        .collect(Collectors.joining("\n")));
    }
}
