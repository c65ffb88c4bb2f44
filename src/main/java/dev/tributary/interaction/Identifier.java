package dev.tributary.interaction;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that names a person.
 *
 * @param value canonical: equal for two spellings of the same thing
 * @param raw as the source wrote it
 * @param usable whether it follows the rules of its type; one that does not is kept, and never matches
 */
public record Identifier(IdentifierType type, String value, String raw, boolean usable) {

    private static final int LONGEST_VALUE = 320;
    private static final int LONGEST_RAW = 500;

    public Identifier {
        usable = usable && value.length() <= LONGEST_VALUE;
        value = cut(value, LONGEST_VALUE);
        raw = cut(raw, LONGEST_RAW);
    }

    public static Identifier email(String raw) {
        return EmailAddress.parse(raw)
                .map(address -> new Identifier(IdentifierType.EMAIL, address.value(), raw, true))
                .orElseGet(() -> new Identifier(IdentifierType.EMAIL, raw.strip(), raw, false));
    }

    /** @param region two letters, for numbers without a country code; null where the source names none */
    public static Identifier phone(String raw, @Nullable String region) {
        return PhoneNumber.parse(raw, region)
                .map(number -> new Identifier(IdentifierType.PHONE, number.e164(), raw, true))
                .orElseGet(() -> new Identifier(IdentifierType.PHONE, raw.strip(), raw, false));
    }

    /** Upper and lower case, and a leading {@code @}, make no difference. */
    public static Identifier handle(String channel, String raw) {
        String bare = raw.strip();
        String name = bare.startsWith("@") ? bare.substring(1) : bare;
        return new Identifier(
                IdentifierType.HANDLE, channel + ":" + name.toLowerCase(Locale.ROOT), raw, !name.isEmpty());
    }

    /** @param scope the channel, or {@code channel/account} where the id holds on one account only */
    public static Identifier id(String scope, String raw) {
        return new Identifier(IdentifierType.ID, scope + ":" + raw.strip(), raw, !raw.isBlank());
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    /** Personal data: only the type is printed. */
    @Override
    public String toString() {
        return type + " ***";
    }
}
