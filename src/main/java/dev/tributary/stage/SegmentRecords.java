package dev.tributary.stage;

import dev.tributary.decode.Payload;
import dev.tributary.decode.Payloads;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.landing.Segment;
import dev.tributary.stage.MappedRecord.Unmapped;
import dev.tributary.stage.StageItem.Position;
import dev.tributary.stage.StageItem.Read;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;

/** The records of one open segment, in its order. */
final class SegmentRecords implements Iterator<StageItem>, Closeable {

    private final SourceDefinition source;
    private final String origin;
    private final long sequence;
    private final OffsetDateTime landedAt;
    private final Payloads payloads;
    private final Mapping mapping;
    private final MissingIds missingIds = new MissingIds();
    private List<MappedRecord> records = List.of();
    private int ordinal;
    private long line;

    SegmentRecords(SourceDefinition source, Segment segment, Payloads payloads, Mapping mapping) {
        this.source = source;
        this.origin = segment.origin();
        this.sequence = segment.sequence();
        this.landedAt = segment.landedAt().atOffset(ZoneOffset.UTC);
        this.payloads = payloads;
        this.mapping = mapping;
    }

    @Override
    public boolean hasNext() {
        return ordinal < records.size() || payloads.hasNext();
    }

    @Override
    public StageItem next() {
        if (ordinal == records.size()) {
            Payload payload = payloads.next();
            records = records(payload);
            line = payload.line();
            ordinal = 0;
        }
        MappedRecord record = missingIds.complete(records.get(ordinal));
        return new Read(source, new Position(sequence, line, ordinal++), landedAt, record);
    }

    private List<MappedRecord> records(Payload payload) {
        if (payload instanceof Payload.Unreadable unreadable) {
            return List.of(new Unmapped(unreadable.code(), unreadable.reason()));
        }
        Payload.Readable readable = (Payload.Readable) payload;
        return mapping.map(readable.content(), new Origin(origin, readable.entry(), landedAt));
    }

    @Override
    public void close() {
        try {
            payloads.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
