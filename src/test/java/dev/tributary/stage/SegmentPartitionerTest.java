package dev.tributary.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.landing.Segment;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.ExecutionContext;

class SegmentPartitionerTest {

    private final List<Segment> landed = new ArrayList<>();

    @Test
    void twoPartitionsShareTheSegmentsAndEachHasHalf() {
        land("facebook", 40, 40, 40, 10);
        land("mailbox", 500);
        land("x", 90, 80, 100, 100);

        List<List<Segment>> shares = shares(2);

        assertThat(shares).hasSize(2);
        assertThat(shares.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(landed);
        assertThat(shares).allSatisfy(share -> assertThat(bytes(share)).isEqualTo(500L));
    }

    @Test
    void ofManySourcesTwoPartitionsWorkOnDifferentOnes() {
        Stream.of("facebook", "helpdesk", "line", "mailbox", "whatsapp", "x").forEach(source -> land(source, 10, 10));

        assertThat(shares(2))
                .extracting(share -> share.stream().map(Segment::source).toList())
                .containsExactly(
                        List.of("facebook", "facebook", "line", "line", "whatsapp", "whatsapp"),
                        List.of("helpdesk", "helpdesk", "mailbox", "mailbox", "x", "x"));
    }

    @Test
    void aSegmentIsNotCut() {
        land("x", 1_000);

        assertThat(shares(8)).containsExactly(landed);
    }

    @Test
    void emptySegmentsAreNotForgotten() {
        land("x", 0, 0);

        assertThat(shares(2)).containsExactly(landed);
    }

    @Test
    void whereNothingLandedThereIsNoPartition() {
        assertThat(shares(2)).isEmpty();
    }

    private void land(String source, long... sizes) {
        for (long bytes : sizes) {
            int sequence = landed.size() + 1;
            landed.add(new Segment(
                    sequence, source, sequence, Path.of(source), source, bytes, LocalDateTime.of(2026, 3, 1, 3, 30)));
        }
    }

    private List<List<Segment>> shares(int partitions) {
        Map<String, ExecutionContext> shares = new SegmentPartitioner(() -> landed).partition(partitions);
        return Stream.iterate(0, number -> number + 1)
                .limit(partitions)
                .map(number -> shares.get("partition-" + number))
                .filter(share -> share != null)
                .map(share -> Arrays.stream(
                                share.getString(SegmentPartitioner.SEGMENTS).split(","))
                        .map(id -> landed.get(Integer.parseInt(id) - 1))
                        .toList())
                .toList();
    }

    private static long bytes(List<Segment> share) {
        return share.stream().mapToLong(Segment::bytes).sum();
    }
}
