package dev.tributary.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.run.FailureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

    @ParameterizedTest
    @EnumSource
    void everyFailureSaysWhatMendsIt(FailureCode code) {
        assertThat(Words.cure(code.name())).endsWith(".");
    }

    @Test
    void aCodeWithoutWordsIsStillReadable() {
        assertThat(Words.meaning("SOMETHING_NEW")).isEqualTo("something new");
        assertThat(Words.cure("SOMETHING_NEW")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59, 59 s", "60, 1 min", "252, 4 min 12 s", "7500, 2 h 5 min", "180000, 2 d 2 h"})
    void durationsAreShort(long seconds, String text) {
        assertThat(Plain.duration(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, –", "1, 1000, 0.1 %", "999, 1000, 99.9 %", "1, 3, 33 %", "3, 3, 100 %", "0, 3, 0 %"})
    void sharesNeverPretendToBeNothingOrEverything(long part, long whole, String text) {
        assertThat(Plain.share(part, whole)).isEqualTo(text);
    }
}
