package dev.tributary.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.landing.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Spans of hours, beside the same hours one by one. */
class SpansTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final int HOURS = 60;

    @Property
    void whatIsAskedIsWhatIsCoveredAndTheHoles(@ForAll("spans") List<Span> covered, @ForAll("span") Span asked) {
        Spans all = Spans.of(List.of(asked));
        Spans holes = all.minus(Spans.of(covered));
        Spans inside = Spans.of(covered).within(asked);

        BitSet hours = hours(holes);
        hours.or(hours(inside));
        assertThat(hours).isEqualTo(hours(all));
        assertThat(hours(holes).intersects(hours(inside))).isFalse();
        List<Span> both = new ArrayList<>(holes.all());
        both.addAll(inside.all());
        assertThat(Spans.of(both)).isEqualTo(all);
    }

    @Property
    void spansMergeAndNeitherOverlapNorTouch(@ForAll("spans") List<Span> any) {
        Spans spans = Spans.of(any);

        assertThat(hours(spans)).isEqualTo(hours(new Spans(any)));
        for (int i = 1; i < spans.all().size(); i++) {
            assertThat(spans.all().get(i - 1).to()).isBefore(spans.all().get(i).from());
        }
        assertThat(Spans.of(spans.all())).isEqualTo(spans);
    }

    @Property
    void theOrderDoesNotMatter(@ForAll("spans") List<Span> any, @ForAll("span") Span asked, @ForAll Random chance) {
        List<Span> shuffled = new ArrayList<>(any);
        Collections.shuffle(shuffled, chance);

        assertThat(Spans.of(shuffled)).isEqualTo(Spans.of(any));
        assertThat(Spans.of(List.of(asked)).minus(Spans.of(shuffled)))
                .isEqualTo(Spans.of(List.of(asked)).minus(Spans.of(any)));
    }

    @Provide
    Arbitrary<List<Span>> spans() {
        return span().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<Span> span() {
        Arbitrary<Integer> from = Arbitraries.integers().between(0, HOURS - 1);
        return from.flatMap(it -> Arbitraries.integers().between(it + 1, HOURS).map(to -> Tuple.of(it, to)))
                .map(it -> new Span(hour(it.get1()), hour(it.get2())));
    }

    private static Instant hour(int number) {
        return NOON.plus(Duration.ofHours(number));
    }

    private static BitSet hours(Spans spans) {
        BitSet hours = new BitSet(HOURS);
        spans.all()
                .forEach(it -> hours.set((int) Duration.between(NOON, it.from()).toHours(), (int)
                        Duration.between(NOON, it.to()).toHours()));
        return hours;
    }
}
