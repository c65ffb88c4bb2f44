package dev.tributary.spelling;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.IdentifierType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Under which keys a value is found, and which values are found under a key. */
final class LooseKeys {

    /** Numbers with a country code that are written in one way only: not those of Mexico, Argentina and Brazil. */
    private static final Pattern PLAIN_NUMBER = Pattern.compile("\\+(?!5[245])[1-9][0-9]{5,14}");

    private static final int LONGEST_CALLING_CODE = 3;
    private static final int MOST_DIGITS_OF_PLAIN = 15;
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private static final Set<Integer> CALLING_CODES = NUMBERS.getSupportedCallingCodes();

    /** By calling code; no number is longer, neither a plain one nor a valid one. */
    private static final Map<Integer, Integer> MOST_DIGITS =
            CALLING_CODES.stream().collect(Collectors.toMap(code -> code, LooseKeys::mostDigits));

    private LooseKeys() {}

    static Identifier identifier(IdentifierType type, String value) {
        return new Identifier(type, value, value, type == IdentifierType.PHONE || value.indexOf('@') > 0);
    }

    static Collection<String> of(IdentifierType type, String value) {
        return isPlain(type, value)
                ? List.of(value, national(value))
                : identifier(type, value).looseKeys();
    }

    /** The keys under which others are to be looked for because of this value; none where it is written in one way only. */
    static List<String> telling(IdentifierType type, String value) {
        return isPlain(type, value)
                ? List.of()
                : identifier(type, value).looseKeys().stream()
                        .filter(key -> tells(value, key))
                        .toList();
    }

    /** A national number tells something only of one that has no more. */
    private static boolean tells(String value, String key) {
        boolean hasCountry = value.startsWith("+");
        return !key.equals(value) && (!hasCountry || key.startsWith("+"));
    }

    static boolean isNational(IdentifierType type, String key) {
        return type == IdentifierType.PHONE && !key.startsWith("+");
    }

    /**
     * What has this key, and is written as it, or with a country code and nothing else. Any other value with the key tells one of
     * these.
     */
    static Stream<String> bare(IdentifierType type, String key) {
        return isNational(type, key)
                ? Stream.concat(
                        Stream.of(key),
                        CALLING_CODES.stream()
                                .flatMap(code -> withZeros(code, key))
                                .filter(number -> of(type, number).contains(key)))
                : Stream.of(key);
    }

    /** Italians and others dial a zero after the country code, which a national key has lost. */
    private static Stream<String> withZeros(int callingCode, String national) {
        int longest = MOST_DIGITS.get(callingCode) - national.length();
        return Stream.iterate("+" + callingCode, it -> it.length() - 1 <= longest, it -> it + "0")
                .map(it -> it + national);
    }

    private static int mostDigits(int callingCode) {
        int ofCode = String.valueOf(callingCode).length();
        int national = MOST_DIGITS_OF_PLAIN - ofCode;
        while (!isTooLong(callingCode, national + 1)) {
            national++;
        }
        return ofCode + national;
    }

    private static boolean isTooLong(int callingCode, int digits) {
        PhoneNumber number = new PhoneNumber()
                .setCountryCode(callingCode)
                .setNationalNumber(Long.parseLong("1" + "0".repeat(digits - 1)));
        return NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.TOO_LONG;
    }

    /** Whether it is certain, without reading it, that it is written in one way only. */
    private static boolean isPlain(IdentifierType type, String value) {
        return type == IdentifierType.PHONE && PLAIN_NUMBER.matcher(value).matches();
    }

    /** A plain number without its country code and the zeros after it. */
    private static String national(String plain) {
        int code = 0;
        for (int at = 1; at <= LONGEST_CALLING_CODE; at++) {
            code = code * 10 + (plain.charAt(at) - '0');
            if (CALLING_CODES.contains(code)) {
                int begin = at + 1;
                while (begin < plain.length() - 1 && plain.charAt(begin) == '0') {
                    begin++;
                }
                return plain.substring(begin);
            }
        }
        return plain;
    }
}
