package dev.tributary.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "(202) 555-0143, US, +12025550143,",
        "+1 202 555 0143, , +12025550143,",
        "030 123456, DE, +4930123456,",
        "0049 30 123456, DE, +4930123456,",
        "+49 (0)30 123456, US, +4930123456,",
        "tel:+1-202-555-0143, , +12025550143,",
        "202-555-0143 ext. 12, US, +12025550143, 12",
        "＋１ ２０２ ５５５ ０１４３, , +12025550143,",
        "+١ ٢٠٢ ٥٥٥ ٠١٤٣, , +12025550143,",
        "Tel. 030 123456, DE, +4930123456,",
        "030 123456 privat, DE, +4930123456,",
        "030 123456 (m), DE, +4930123456,",
        "'+1 (202) 555-0143, work', , +12025550143,",
        "+1 202 555 0143 #12, , +12025550143, 12",
        "+1 202 555 0143x12, , +12025550143, 12",
        "+1 202 555 0143;ext=12, , +12025550143, 12",
        "+7 495 123-45-67 доб. 12, , +74951234567, 12",
    })
    void writesTwoSpellingsOfOneNumberAlike(String raw, String region, String e164, String extension) {
        assertThat(PhoneNumber.parse(raw, region)).contains(new PhoneNumber(e164, extension));
    }

    /** How an address book of a telephone or of Windows copies a number: no digit hides behind these marks. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\u202A+1 202 555 0143\u202C", "\u202D+1 202 555 0143\u202C", "+1\u00A0202\u200B555\u20110143"})
    void readsANumberWithTheMarksOfAnAddressBook(String raw) {
        assertThat(PhoneNumber.parse(raw, null)).contains(new PhoneNumber("+12025550143", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+49 30 1234O567",
                "+49 30 1234567O",
                "+49 30 1234567 O",
                "+49 30 l234567",
                "+49 30 1234567 OO",
                "2O2-55S-O143",
                "1-800-FLOWERS",
                "+1 202 555 01\u09EA3",
                "+1 202 555 \u0966143",
                "\u202E3410 555 202 1+",
                "+1 202 555 0143 or +1 202 555 0199",
            })
    void refusesANumberWithLettersOrDigitsThatPassForOthers(String raw) {
        assertThat(PhoneNumber.parse(raw, "US")).isEmpty();
    }

    @Test
    void tellsTwoExtensionsOfOneLineApart() {
        assertThat(PhoneNumber.parse("+1 202 555 0143 ext. 12", null))
                .map(PhoneNumber::value)
                .contains("+12025550143;ext=12");
        assertThat(Identifier.phone("+1 202 555 0143 ext. 12", null).value())
                .isNotEqualTo(Identifier.phone("+1 202 555 0143 ext. 34", null).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anonymous", "12", "+1", "911", "000", "+999123456789", "1800", "ann@example.org"})
    void refusesWhatIsNoNumber(String raw) {
        assertThat(PhoneNumber.parse(raw, "US")).isEmpty();
    }

    @Test
    void refusesANumberWithoutACountryWhereNoneIsKnown() {
        assertThat(PhoneNumber.parse("(202) 555-0143", null)).isEmpty();
        assertThat(PhoneNumber.parse(null, "US")).isEmpty();
        assertThat(PhoneNumber.parse("1".repeat(1_000_000), "US")).isEmpty();
    }

    @Test
    void printsTooLittleToCall() {
        assertThat(new PhoneNumber("+12025550143", null)).hasToString("+12***43");
    }
}
