package dev.tributary.interaction;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys under which a telephone number is looked up: with the country code, where it has one, and the national number.
 *
 * <p>Mobile numbers that are written in two ways have one key, that of the way of today:
 *
 * <ul>
 *   <li>Brazil: a 9 before mobile numbers of eight digits (Anatel, resolution 553/2010)
 *   <li>Mexico: no 1 after +52 (IFT, since 3 August 2019), which WhatsApp still writes
 *   <li>Argentina: no 9 after +54, which only calls from abroad to mobiles need (ENACOM, numbering plan, resolution 46/97)
 * </ul>
 */
final class LooseNumber {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int BRAZIL = 55;
    private static final int MEXICO = 52;
    private static final int ARGENTINA = 54;

    private static final Pattern BRAZILIAN_MOBILE_OF_EIGHT = Pattern.compile("([1-9][0-9])([6-9][0-9]{7})");
    private static final Pattern MEXICAN_MOBILE_WITH_1 = Pattern.compile("1([0-9]{10})");
    private static final Pattern ARGENTINE_MOBILE_WITH_9 = Pattern.compile("9([0-9]{10})");

    /** Shorter ones are of one town or one switchboard. */
    private static final Pattern NATIONAL = Pattern.compile("[1-9][0-9]{6,14}");

    private static final Pattern MAYBE_WITH_COUNTRY = Pattern.compile("[1-9][0-9]{10,14}");
    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]++");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0++");

    private LooseNumber() {}

    /**
     * @param value a canonical number, or the text of one that is not valid
     * @return those with a country code begin with a {@code +}, national ones do not; empty where it cannot be a number
     */
    static Set<String> keys(String value) {
        Set<String> keys = new TreeSet<>();
        Optional<String> text = WrittenNumber.of(value);
        if (text.isEmpty()) {
            return keys;
        }
        addInternational(text.get(), keys);
        String digits = NO_DIGITS.matcher(text.get()).replaceAll("");
        if (keys.isEmpty() && !text.get().contains("+")) {
            addNational(digits, keys);
            if (MAYBE_WITH_COUNTRY.matcher(digits).matches()) {
                addInternational("+" + digits, keys);
            }
        }
        return keys;
    }

    /** The E.164 form of a number that is valid in the way of today only; empty where it is none, or valid as it is. */
    static Optional<String> outdated(String raw, @Nullable String region) {
        return WrittenNumber.of(raw)
                .flatMap(text -> PhoneNumber.read(text, region))
                .filter(number -> !NUMBERS.isValidNumber(number) && NUMBERS.isValidNumber(asToday(number)))
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.E164));
    }

    private static void addInternational(String text, Set<String> keys) {
        PhoneNumber.read(text, null)
                .map(LooseNumber::asToday)
                .filter(NUMBERS::isValidNumber)
                .ifPresent(number -> {
                    keys.add(NUMBERS.format(number, PhoneNumberFormat.E164));
                    addNational(NUMBERS.getNationalSignificantNumber(number), keys);
                });
    }

    private static void addNational(String digits, Set<String> keys) {
        String national = LEADING_ZEROS.matcher(digits).replaceFirst("");
        if (NATIONAL.matcher(national).matches()) {
            keys.add(national);
        }
    }

    private static Phonenumber.PhoneNumber asToday(Phonenumber.PhoneNumber number) {
        String national = NUMBERS.getNationalSignificantNumber(number);
        String today = switch (number.getCountryCode()) {
            case BRAZIL ->
                BRAZILIAN_MOBILE_OF_EIGHT.matcher(national).matches()
                        ? national.substring(0, 2) + "9" + national.substring(2)
                        : national;
            case MEXICO -> MEXICAN_MOBILE_WITH_1.matcher(national).matches() ? national.substring(1) : national;
            case ARGENTINA -> ARGENTINE_MOBILE_WITH_9.matcher(national).matches() ? national.substring(1) : national;
            default -> national;
        };
        return today.equals(national)
                ? number
                : new Phonenumber.PhoneNumber()
                        .setCountryCode(number.getCountryCode())
                        .setNationalNumber(Long.parseLong(today));
    }
}
