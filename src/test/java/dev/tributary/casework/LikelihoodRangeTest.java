package dev.tributary.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikelihoodRangeTest {

    @Test
    void isReadAsItIsWritten() {
        assertThat(LikelihoodRange.of("70-89"))
                .isEqualTo(new LikelihoodRange(70, 89))
                .hasToString("70-89");
        assertThat(LikelihoodRange.of("0-100").words()).isEqualTo("0 % and more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "70", "70-", "89-70", "0-101", "-1-5", "7 - 9", "0.7-0.9", "70-89'--"})
    void isNothingElse(String text) {
        assertThatThrownBy(() -> LikelihoodRange.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("such as 70-89");
    }

    @Test
    void everyPercentIsInOneOfTheBands() {
        assertThat(IntStream.rangeClosed(0, 100))
                .allSatisfy(percent -> assertThat(LikelihoodRange.BANDS)
                        .filteredOn(it -> it.holds(percent))
                        .hasSize(1));
    }

    @Test
    void beginsWhereTheOneBelowEnds() {
        assertThat(new LikelihoodRange(70, 89).below()).isEqualTo(new LikelihoodRange(90, 100).from());
    }
}
