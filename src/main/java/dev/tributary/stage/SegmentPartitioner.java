package dev.tributary.stage;

import dev.tributary.landing.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Shares the segments out by their size, the largest first, each to the partition that has least. */
final class SegmentPartitioner implements Partitioner {

    static final String SEGMENTS = "segments";
    static final String PARTITION = "partition";

    private final Supplier<List<Segment>> segments;

    SegmentPartitioner(Supplier<List<Segment>> segments) {
        this.segments = segments;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        PriorityQueue<Share> shares =
                new PriorityQueue<>(Comparator.comparingLong(Share::bytes).thenComparingInt(Share::number));
        for (int number = 0; number < gridSize; number++) {
            shares.add(new Share(number));
        }
        segments.get().stream()
                .sorted(Comparator.comparingLong(Segment::bytes).reversed().thenComparingLong(Segment::id))
                .forEach(segment -> {
                    Share least = shares.remove();
                    least.add(segment);
                    shares.add(least);
                });
        Map<String, ExecutionContext> partitions = new HashMap<>();
        shares.stream()
                .filter(share -> !share.segments.isEmpty())
                .forEach(share -> partitions.put("partition-" + share.number, share.context()));
        return partitions;
    }

    private static final class Share {

        private final int number;
        private final List<Segment> segments = new ArrayList<>();
        private long bytes;

        private Share(int number) {
            this.number = number;
        }

        private int number() {
            return number;
        }

        private long bytes() {
            return bytes;
        }

        private void add(Segment segment) {
            segments.add(segment);
            bytes += segment.bytes();
        }

        private ExecutionContext context() {
            ExecutionContext context = new ExecutionContext();
            context.putInt(PARTITION, number);
            context.putString(
                    SEGMENTS,
                    segments.stream()
                            .map(Segment::id)
                            .sorted()
                            .map(String::valueOf)
                            .collect(Collectors.joining(",")));
            return context;
        }
    }
}
