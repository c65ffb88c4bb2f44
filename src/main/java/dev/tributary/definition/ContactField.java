package dev.tributary.definition;

import java.util.Locale;

/** What a golden record is made of. */
public enum ContactField {
    NAME,
    GIVEN_NAME,
    FAMILY_NAME,
    COMPANY,
    STREET,
    POSTCODE,
    CITY,
    COUNTRY,
    BIRTH_DATE,
    CONSENT;

    /** As definitions and the database write it. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
