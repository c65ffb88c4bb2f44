package dev.tributary.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InternationalNumberTest {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    @Test
    void leavesTheNumbersOfAllCountriesAsALookIntoTheirPlansWould() throws Exception {
        List<String> left = new ArrayList<>();
        for (String region : NUMBERS.getSupportedRegions()) {
            for (PhoneNumberType type : PhoneNumberType.values()) {
                PhoneNumber example = NUMBERS.getExampleNumberForType(region, type);
                if (example != null) {
                    String written = NUMBERS.format(example, PhoneNumberFormat.E164);
                    if (InternationalNumber.isWritten(written)) {
                        left.add(written);
                        assertThat(dev.tributary.interaction.PhoneNumber.parse(written, null)
                                        .orElseThrow()
                                        .value())
                                .isEqualTo(written);
                    }
                    // one digit changed or added, where it is one that is left alone, is invalid or stays as it is
                    for (String other : List.of(written + "5", written.substring(0, 4) + "9" + written.substring(4))) {
                        if (InternationalNumber.isWritten(other)) {
                            dev.tributary.interaction.PhoneNumber.parse(other, null)
                                    .ifPresent(it -> assertThat(it.value()).isEqualTo(other));
                        }
                    }
                }
            }
        }
        assertThat(left).hasSizeGreaterThan(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "2125550142",
                "+1 212 555 0142",
                "+12125550142x3",
                "+11225550142",
                "+4903012345678",
                "+49(0)3012345678",
                "+5511987654321",
                "+５１２３４５６７８９",
                "+1212555014",
                "+123456789012345678"
            })
    void leavesOthersToTheirPlans(String raw) {
        assertThat(InternationalNumber.isWritten(raw)).isFalse();
    }
}
