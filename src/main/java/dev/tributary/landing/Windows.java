package dev.tributary.landing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the sources were asked for. Thread-safe. */
@Component
public class Windows {

    private final WindowLedger ledger;

    Windows(WindowLedger ledger) {
        this.ledger = ledger;
    }

    /** The windows of a source that any moment of the span is in, in the order in which they were noted. */
    public List<SourceWindow> of(String source, Span span) {
        return ledger.of(source, span);
    }

    /** The first moment that the source was asked for; empty where none is noted. */
    public Optional<Instant> firstAsked(String source) {
        return ledger.firstAsked(source);
    }

    /** The end of the last window that the source was asked for, whatever came of it; empty where none is noted. */
    public Optional<Instant> lastAsked(String source) {
        return ledger.lastAsked(source);
    }
}
