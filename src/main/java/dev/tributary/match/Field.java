package dev.tributary.match;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What of a person is compared. */
public enum Field {
    EMAIL,
    /** A telephone number. */
    PHONE,
    /** A name on a channel, {@code x:ann}. */
    HANDLE,
    /** A platform's own id in its scope, {@code x:12345}. */
    ID,
    /** A national, tax or customer number that one person or company has for life. */
    NUMBER,
    /** The whole name, as it is written. */
    NAME,
    GIVEN,
    FAMILY,
    COMPANY,
    /** Street and house number. */
    STREET,
    POSTCODE,
    CITY,
    /** The date of birth. */
    BIRTH;

    private static final Field[] ALL = values();

    /** As the files write it: in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty where no field is called so. */
    public static Optional<Field> ofWord(String word) {
        return Arrays.stream(ALL).filter(it -> it.word().equals(word)).findFirst();
    }

    /** The words of all fields, in their order. */
    public static List<String> words() {
        return Arrays.stream(ALL).map(Field::word).toList();
    }

    /** One string of bits for each field, of so many bits. */
    int shift(int bits) {
        return ordinal() * bits;
    }

    static Field[] all() {
        return ALL;
    }
}
