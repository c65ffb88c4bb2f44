package dev.tributary.stage;

import dev.tributary.landing.Segment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Cuts the segments, as they lie source by source, into stretches of about the same size, and shares these out by their size, the largest
 * first, each to the partition that has least. So two partitions are seldom in one source at a time, where they would meet the same
 * people, and wait for each other.
 */
final class SegmentPartitioner implements Partitioner {

    static final String SEGMENTS = "segments";
    static final String PARTITION = "partition";

    /** Of each partition, so that it gets some of what is quick and some of what is slow to read. */
    private static final int STRETCHES = 3;

    private final Supplier<List<Segment>> segments;

    /** @param segments by source and sequence */
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
        stretches(gridSize * STRETCHES).stream()
                .sorted(Comparator.comparingLong(SegmentPartitioner::bytes).reversed())
                .forEach(stretch -> {
                    Share least = shares.remove();
                    least.segments.addAll(stretch);
                    shares.add(least);
                });
        Map<String, ExecutionContext> partitions = new HashMap<>();
        shares.stream()
                .filter(share -> !share.segments.isEmpty())
                .forEach(share -> partitions.put("partition-" + share.number, share.context()));
        return partitions;
    }

    /** At most so many, in the order of the segments: each segment is of the stretch that its middle lies in. */
    private Collection<List<Segment>> stretches(int most) {
        List<Segment> all = segments.get();
        long bytes = Math.max(1, bytes(all));
        Map<Long, List<Segment>> stretches = new TreeMap<>();
        long before = 0;
        for (Segment segment : all) {
            long middle = before + segment.bytes() / 2;
            long stretch = Math.min(most - 1, middle * most / bytes);
            stretches.computeIfAbsent(stretch, any -> new ArrayList<>()).add(segment);
            before += segment.bytes();
        }
        return stretches.values();
    }

    private static long bytes(List<Segment> segments) {
        return segments.stream().mapToLong(Segment::bytes).sum();
    }

    private static final class Share {

        private final int number;
        private final List<Segment> segments = new ArrayList<>();

        private Share(int number) {
            this.number = number;
        }

        private int number() {
            return number;
        }

        private long bytes() {
            return SegmentPartitioner.bytes(segments);
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
