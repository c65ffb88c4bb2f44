package dev.tributary.interaction;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A valid telephone number in E.164, its extension apart; by libphonenumber.
 *
 * @param e164 such as {@code +493012345}
 * @param extension digits; null where there is none
 */
public record PhoneNumber(String e164, @Nullable String extension) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /**
     * @param region two letters, for numbers without a country code; null where none is known: then only numbers with one
     *     are read
     * @return empty where the text is no valid number of its region, or has letters or digits in it that pass for others
     */
    public static Optional<PhoneNumber> parse(@Nullable String raw, @Nullable String region) {
        return WrittenNumber.of(raw)
                .flatMap(text -> read(text, region))
                .filter(NUMBERS::isValidNumber)
                .map(PhoneNumber::of);
    }

    /** The number as it is written, valid or not. */
    static Optional<Phonenumber.PhoneNumber> read(String text, @Nullable String region) {
        try {
            return Optional.of(NUMBERS.parse(text, region));
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }

    private static PhoneNumber of(Phonenumber.PhoneNumber number) {
        return new PhoneNumber(
                NUMBERS.format(number, PhoneNumberFormat.E164), number.hasExtension() ? number.getExtension() : null);
    }

    /** E.164, and after it the extension as in RFC 3966: {@code +12025550143;ext=12}. Two extensions of a line are two people. */
    public String value() {
        return extension == null ? e164 : e164 + ";ext=" + extension;
    }

    /** {@code +49***45}: enough to recognise, too little to call. */
    @Override
    public String toString() {
        return e164.substring(0, 3) + "***" + e164.substring(e164.length() - 2);
    }
}
