package dev.tributary.landing;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The segments that have landed. Thread-safe. */
@Component
public class Segments {

    private final SegmentLedger ledger;

    Segments(SegmentLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * The segments of these sources that no run before this one has staged, by source and sequence: the same at any moment of the
     * run, so that a run that goes on shares them out as it did before. What was pushed to us and no run has adopted is not among
     * them.
     */
    public List<Segment> pending(Collection<String> sources, long runId) {
        return ledger.pending(sources, runId);
    }

    /** All segments of these sources that a run has landed or adopted, by source and sequence. */
    public List<Segment> all(Collection<String> sources) {
        return ledger.all(sources);
    }

    /** How far each source has landed; one that gave nothing is not among them. */
    public List<Standing> standings() {
        return ledger.standings();
    }

    /** Notes, in the caller's transaction, that a segment is staged and how many records it has. */
    public void staged(long segmentId, long records, long runId) {
        ledger.staged(segmentId, records, runId);
    }
}
