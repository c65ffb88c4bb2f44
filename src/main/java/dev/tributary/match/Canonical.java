package dev.tributary.match;

import dev.tributary.interaction.EmailAddress;
import dev.tributary.interaction.PhoneNumber;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings a raw value to the form in which its field is compared. */
final class Canonical {

    /** What people and forms write where they know nothing. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "na",
            "n a",
            "none",
            "null",
            "nil",
            "nan",
            "unknown",
            "unbekannt",
            "desconocido",
            "inconnu",
            "test",
            "tbd",
            "not available",
            "not known",
            "no name",
            "noname",
            "anonymous",
            "xxx",
            "xx");

    private Canonical() {}

    /** Null where the value says nothing, or breaks the rules of its field. */
    static @Nullable String of(Field field, String raw, @Nullable String region) {
        return switch (field) {
            case EMAIL -> EmailAddress.parse(raw).map(EmailAddress::value).orElse(null);
            case PHONE -> phone(raw, region);
            case HANDLE -> handle(raw);
            case ID -> raw.isBlank() ? null : raw.strip();
            case NUMBER -> number(raw);
            case POSTCODE -> postcode(raw);
            case BIRTH -> Dates.canonical(raw);
            case NAME, GIVEN, FAMILY -> Names.canonical(raw);
            case STREET -> worthwhile(Streets.canonical(raw));
            case COMPANY, CITY -> worthwhile(Folding.words(raw));
        };
    }

    static @Nullable String worthwhile(String words) {
        return words.isEmpty() || PLACEHOLDERS.contains(words) ? null : words;
    }

    private static @Nullable String handle(String raw) {
        String bare = raw.strip();
        String name = (bare.startsWith("@") ? bare.substring(1) : bare).toLowerCase(Locale.ROOT);
        return name.isEmpty() ? null : name;
    }

    /** In E.164, an extension behind a semicolon; else the digits, where there are enough of them. */
    private static @Nullable String phone(String raw, @Nullable String region) {
        if (InternationalNumber.isWritten(raw)) {
            return raw;
        }
        PhoneNumber number = PhoneNumber.parse(raw, region).orElse(null);
        if (number != null) {
            return number.value();
        }
        StringBuilder digits = new StringBuilder(raw.strip().startsWith("+") ? "+" : "");
        for (int i = 0; i < raw.length(); i++) {
            int digit = Character.digit(raw.charAt(i), 10);
            if (digit >= 0) {
                digits.append(digit);
            } else if (Character.isLetter(raw.charAt(i))) {
                break;
            }
        }
        String bare = digits.toString();
        return bare.length() < 6 || bare.length() > 16 || isFiller(bare) ? null : bare;
    }

    private static @Nullable String number(String raw) {
        String code = Folding.code(raw);
        return code.length() < 4 || isFiller(code) ? null : code;
    }

    private static @Nullable String postcode(String raw) {
        String bare = raw.strip();
        String code = Folding.code(bare.endsWith(".0") ? bare.substring(0, bare.length() - 2) : bare);
        return code.isEmpty() || code.length() > 2 && isFiller(code) && code.charAt(0) == '0' ? null : code;
    }

    /** One character throughout, or 1234567. */
    private static boolean isFiller(String code) {
        boolean same = true;
        boolean rising = true;
        for (int i = 1; i < code.length(); i++) {
            same &= code.charAt(i) == code.charAt(0);
            rising &= code.charAt(i) == code.charAt(i - 1) + 1;
        }
        return same || rising;
    }
}
