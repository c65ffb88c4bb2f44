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
 */
public record PhoneNumber(String e164, @Nullable String extension) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int LONGEST = 250;

    /**
     * @param region two letters, for numbers without a country code; null where none is known: then only numbers with one
     *     are read
     * @return empty where the text is no valid number of its region
     */
    public static Optional<PhoneNumber> parse(@Nullable String raw, @Nullable String region) {
        if (raw == null || raw.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(raw, region);
            return NUMBERS.isValidNumber(number) ? Optional.of(of(number)) : Optional.empty();
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }

    private static PhoneNumber of(Phonenumber.PhoneNumber number) {
        return new PhoneNumber(
                NUMBERS.format(number, PhoneNumberFormat.E164), number.hasExtension() ? number.getExtension() : null);
    }

    /** {@code +49***45}: enough to recognise, too little to call. */
    @Override
    public String toString() {
        return e164.substring(0, 3) + "***" + e164.substring(e164.length() - 2);
    }
}
