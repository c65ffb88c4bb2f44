package dev.tributary.interaction;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
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
                .map(number -> new Identifier(IdentifierType.PHONE, number.value(), raw, true))
                .orElseGet(() -> new Identifier(
                        IdentifierType.PHONE, LooseNumber.outdated(raw, region).orElse(raw.strip()), raw, false));
    }

    /** Upper and lower case, how accents are encoded, and a leading {@code @}, make no difference. */
    public static Identifier handle(String channel, String raw) {
        String bare = Normalizer.normalize(raw.strip(), Normalizer.Form.NFC);
        String name = bare.startsWith("@") ? bare.substring(1) : bare;
        return new Identifier(
                IdentifierType.HANDLE, channel + ":" + name.toLowerCase(Locale.ROOT), raw, !name.isEmpty());
    }

    /** @param scope the channel, or {@code channel/account} where the id holds on one account only */
    public static Identifier id(String scope, String raw) {
        return new Identifier(IdentifierType.ID, scope + ":" + raw.strip(), raw, !raw.isBlank());
    }

    /**
     * Keys for look-up, never for a decision of their own: identifiers that may be the same person's without being equal have one
     * in common. E-mail: {@link EmailAddress#loose()}. Telephone: the number as it is written today where Brazil, Mexico and
     * Argentina write mobiles in two ways, with its country code ({@code +…}); and the national number, for those that came
     * without a country code. Handles and ids have none. What two share still has to pass {@link #mayBe}.
     */
    public Set<String> looseKeys() {
        return switch (type) {
            case EMAIL -> usable ? Set.of(new EmailAddress(value).loose()) : Set.of();
            case PHONE -> LooseNumber.keys(value);
            case HANDLE, ID -> Set.of();
        };
    }

    /**
     * Whether both have a look-up key in common that tells something: a national number does only where one of them came without
     * a country code. True for equal ones that have keys; the order makes no difference.
     */
    public boolean mayBe(Identifier other) {
        if (type != other.type) {
            return false;
        }
        Set<String> shared = new TreeSet<>(looseKeys());
        boolean bothWithCountry = hasCountry(shared) && hasCountry(other.looseKeys());
        shared.retainAll(other.looseKeys());
        return type == IdentifierType.PHONE && bothWithCountry ? hasCountry(shared) : !shared.isEmpty();
    }

    private static boolean hasCountry(Set<String> keys) {
        return keys.stream().anyMatch(it -> it.startsWith("+"));
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
