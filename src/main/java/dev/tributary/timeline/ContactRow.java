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
 */
record ContactRow(
        long line,
        String externalId,
        String name,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String company,
        List<Identifier> points) {

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
