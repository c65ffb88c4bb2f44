package dev.tributary.casework;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a contact lives, as far as the CRM knows. */
public record Address(
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String country) {

    /** In one line; empty where nothing is known. */
    public String inOneLine() {
        String town = Stream.of(postcode, city).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return Stream.of(street, town.isEmpty() ? null : town, country)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** Personal data is not printed. */
    @Override
    public String toString() {
        return "***";
    }
}
