package dev.tributary.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tributary.report.PageView.Part;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StretchTest {

    @Test
    void partsLieOneBehindTheOtherAsLongAsTheirShare() {
        List<Stretch> bar = bar(Stream.of(75L, 25L));

        assertThat(bar).extracting(Stretch::x).containsExactly(0.0, 750.0);
        assertThat(bar).extracting(Stretch::width).containsExactly(750.0, 250.0);
    }

    @Property
    void theWholeBarIsFilledAndEveryPartIsSeen(
            @ForAll @Size(min = 1, max = 7) List<@LongRange(min = 1, max = 10_000_000) Long> weights) {
        List<Stretch> bar = bar(weights.stream());

        assertThat(bar).hasSameSizeAs(weights).allMatch(it -> it.width() >= 6);
        Stretch last = bar.get(bar.size() - 1);
        assertThat(last.x() + last.width()).isEqualTo(1_000, within(0.2));
    }

    @Test
    void nothingIsAnEmptyBar() {
        assertThat(bar(Stream.of())).isEmpty();
    }

    private static List<Stretch> bar(Stream<Long> weights) {
        return Stretch.of(weights.map(it -> new Part("new", "added", it, String.valueOf(it), ""))
                .toList());
    }
}
