package dev.tributary.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The soles of my boots came off! | the soles of  my boots came off",
                "@acme The soles of my boots came off | The soles of my boots came off",
                "The soles of my boots came off https://t.co/a1 | The soles of my boots came off https://acme.example/x",
                "Ｔhe soles of my boots came oﬀ 😢 | The soles of my boots came off",
                "Ich möchte meine Stiefel zurückgeben | ich möchte meine stiefel zurückgeben",
            })
    void isThatOfTheWordsHoweverASystemWritesThem(String one, String other) {
        assertThat(Fingerprint.of(one)).isPresent().isEqualTo(Fingerprint.of(other));
    }

    @Test
    void isAnotherForOtherWords() {
        assertThat(Fingerprint.of("Order 4711 has not arrived yet"))
                .isNotEqualTo(Fingerprint.of("Order 4712 has not arrived yet"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Thank you!",
                "@acme @mia https://acme.example/a/long/way/to/a/page",
                "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"
            })
    void isNoneOfWhatAnybodyMaySay(String text) {
        assertThat(Fingerprint.of(text)).isEmpty();
    }
}
