package dev.tributary.stage;

import dev.tributary.landing.Segment;
import dev.tributary.run.LogContext;
import dev.tributary.stage.StageItem.SegmentEnd;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the records of a partition's segments, one after the other. After a crash it goes on behind the last record that was
 * committed: those before are read again and left aside, so that ordinals come out the same.
 */
final class SegmentReader implements ItemStreamReader<StageItem> {

    private static final String SEGMENT = "segment";
    private static final String TAKEN = "taken";

    private final List<Segment> segments;
    private final RecordSource records;
    private int current;
    private long taken;
    private @Nullable SegmentRecords open;

    SegmentReader(List<Segment> segments, RecordSource records) {
        this.segments = segments;
        this.records = records;
    }

    @Override
    public void open(ExecutionContext context) {
        current = context.getInt(SEGMENT, 0);
        taken = context.getLong(TAKEN, 0);
        if (current < segments.size() && taken > 0) {
            SegmentRecords resumed = openCurrent();
            for (long skipped = 0; skipped < taken && resumed.hasNext(); skipped++) {
                resumed.next();
            }
        }
    }

    @Override
    public @Nullable StageItem read() {
        if (current == segments.size()) {
            return null;
        }
        SegmentRecords reading = open == null ? openCurrent() : open;
        if (reading.hasNext()) {
            taken++;
            return reading.next();
        }
        SegmentEnd end = new SegmentEnd(segments.get(current), taken);
        close();
        current++;
        taken = 0;
        return end;
    }

    @Override
    public void update(ExecutionContext context) {
        context.putInt(SEGMENT, current);
        context.putLong(TAKEN, taken);
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private SegmentRecords openCurrent() {
        LogContext.source(segments.get(current).source());
        open = records.open(segments.get(current));
        return open;
    }
}
