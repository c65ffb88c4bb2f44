package dev.tributary.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.run.FailureCode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NdjsonTest {

    @Test
    void aBadLineCostsOnlyItselfAndIsCalledByItsNumber() {
        Decoding file = Decoding.of("{\"a\":1}\r\n\n{\"a\":\n  \n{\"a\":4}", Format.NDJSON);

        assertThat(file.contents()).containsExactly(Map.of("a", 1), Map.of("a", 4));
        assertThat(file.lines()).containsExactly(1L, 3L, 5L);
        assertThat(file.reason()).startsWith("line 3 is not valid JSON");
    }

    @Test
    void aLineHoldsOneMessage() {
        assertThat(Decoding.of("{\"a\":1}{\"a\":2}\n", Format.NDJSON).reason()).contains("more than one");
    }

    @Test
    void anOverlongLineIsPassedOverWithoutBeingKept() {
        String lines = "{\"a\":1}\n\"" + "x".repeat(300_000) + "\"\n{\"a\":3}\n";
        Decoding file = Decoding.of(lines, Format.NDJSON, Decoding.recordsUpTo(100_000));

        assertThat(file.contents()).containsExactly(Map.of("a", 1), Map.of("a", 3));
        assertThat(file.unreadable()).extracting(Payload.Unreadable::code).containsExactly(FailureCode.TOO_LARGE);
        assertThat(file.lines()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aLineInAnotherCharsetCostsOnlyItself() {
        byte[] latin = "{\"t\":\"a\"}\n{\"t\":\"ü\"}\n{\"t\":\"b\"}\n".getBytes(StandardCharsets.ISO_8859_1);

        Decoding file = Decoding.of(latin, Format.NDJSON, DecodeOptions.DEFAULT);
        assertThat(file.contents()).hasSize(2);
        assertThat(file.unreadable().get(0).line()).isEqualTo(2);
        assertThat(file.reason()).contains("charset");
    }

    @Test
    void anEmptyNightIsNoFailure() {
        assertThat(Decoding.of("", Format.NDJSON).payloads()).isEmpty();
    }

    @Test
    void linesLongerThanTheReadersWindowAreWhole() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            lines.append("{\"n\":")
                    .append(i)
                    .append(",\"t\":\"")
                    .append("ü".repeat(7000))
                    .append("\"}\n");
        }
        assertThat(Decoding.of(lines.toString(), Format.NDJSON).contents())
                .hasSize(50)
                .allSatisfy(message -> assertThat(message).hasFieldOrPropertyWithValue("t", "ü".repeat(7000)));
    }
}
