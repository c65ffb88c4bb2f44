package dev.tributary.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.interaction.NaturalKey;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRangeTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 256, 1_000})
    void eachKeyIsInOneRange(long number) {
        List<KeyRange> ranges = KeyRange.split(number);

        assertThat(ranges).hasSize((int) number);
        BigInteger next = BigInteger.ZERO;
        for (KeyRange range : ranges) {
            assertThat(number(range.first())).isEqualTo(next);
            assertThat(range.last()).isGreaterThan(range.first());
            next = number(range.last()).add(BigInteger.ONE);
        }
        assertThat(next).isEqualTo(BigInteger.TWO.pow(128));
    }

    private static BigInteger number(NaturalKey key) {
        return new BigInteger(1, key.bytes());
    }
}
