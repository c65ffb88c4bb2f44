package dev.tributary.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NaturalKeyTest {

    @Test
    void tellsAnAbsentPartFromAnEmptyOne() {
        assertThat(List.of(
                        NaturalKey.of("a", null),
                        NaturalKey.of("a", ""),
                        NaturalKey.of("a"),
                        NaturalKey.of(null, "a"),
                        NaturalKey.of("", "a")))
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsWhereAPartEnds() {
        assertThat(NaturalKey.of("ab", "c")).isNotEqualTo(NaturalKey.of("a", "bc"));
    }

    @Test
    void isTheFirstHalfOfTheHash() {
        assertThat(NaturalKey.of("x").hex())
                .isEqualTo("14f825b2bbc32dd8d196367fa8776873")
                .hasSize(32);
    }

    @Property
    void survivesTheTripThroughBytes(@ForAll long high, @ForAll long low) {
        NaturalKey key = new NaturalKey(high, low);

        assertThat(key.bytes()).hasSize(16);
        assertThat(NaturalKey.of(key.bytes())).isEqualTo(key);
    }

    @Property
    void isOrderedAsItsBytesAre(@ForAll @Size(16) byte[] one, @ForAll @Size(16) byte[] other) {
        assertThat(Integer.signum(NaturalKey.of(one).compareTo(NaturalKey.of(other))))
                .isEqualTo(Integer.signum(Arrays.compareUnsigned(one, other)));
    }

    @Property
    void isTheSameForTheSamePartsAndNoOthers(@ForAll String a, @ForAll String b, @ForAll String c) {
        assertThat(NaturalKey.of(a, b)).isEqualTo(NaturalKey.of(a, b));
        if (!b.equals(c)) {
            assertThat(NaturalKey.of(a, b)).isNotEqualTo(NaturalKey.of(a, c));
        }
    }
}
