package dev.tributary.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.tributary.interaction.IdentifierType;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LooseKeysTest {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** One of each kind of each country, and with its extension. */
    static Stream<String> numbers() {
        Stream<PhoneNumber> ofCountries = NUMBERS.getSupportedRegions().stream()
                .flatMap(region ->
                        Stream.of(PhoneNumberType.values()).map(kind -> NUMBERS.getExampleNumberForType(region, kind)));
        Stream<PhoneNumber> ofNone =
                NUMBERS.getSupportedGlobalNetworkCallingCodes().stream().map(NUMBERS::getExampleNumberForNonGeoEntity);
        return Stream.concat(ofCountries, ofNone)
                .filter(Objects::nonNull)
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.E164))
                .flatMap(number -> Stream.of(number, number + ";ext=12"))
                .distinct();
    }

    @Test
    void everyNumberIsFoundUnderEachOfItsKeysByWhatItTellsOrByItself() {
        assertThat(numbers().filter(number -> !isFound(number))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+390000612345678",
                "+49151234567890123",
                "+810012345678901234",
                "+551187654321",
                "+5215512345678",
                "+5491123456789",
                "+10000012345678",
                "0049 30 12345678",
                "4930 12345678",
                "030 12345678",
                "3012345678"
            })
    void soIsOneThatIsWrittenOtherwise(String number) {
        assertThat(isFound(number)).isTrue();
    }

    private static boolean isFound(String number) {
        return LooseKeys.of(IdentifierType.PHONE, number).stream()
                .filter(key -> key.length() > 6)
                .allMatch(key -> {
                    var telling = LooseKeys.telling(IdentifierType.PHONE, number);
                    return LooseKeys.bare(IdentifierType.PHONE, key)
                            .anyMatch(it -> it.equals(number) || telling.contains(it));
                });
    }

    @Test
    void aNationalNumberAsksForTwoThousandNumbersAtMost() {
        assertThat(LooseKeys.bare(IdentifierType.PHONE, "2025550143")).hasSizeBetween(400, 1_000);
        assertThat(LooseKeys.bare(IdentifierType.PHONE, "6123456")).hasSizeBetween(1_000, 2_000);
        assertThat(LooseKeys.bare(IdentifierType.PHONE, "+390612345678")).containsExactly("+390612345678");
        assertThat(LooseKeys.bare(IdentifierType.EMAIL, "ann@example.org")).containsExactly("ann@example.org");
    }
}
