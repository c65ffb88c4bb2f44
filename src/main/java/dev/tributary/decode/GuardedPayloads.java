package dev.tributary.decode;

import java.io.IOException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Payloads that never throw: what breaks the file, even at its opening, is their last one. */
final class GuardedPayloads implements Payloads {

    private final Records.Opening opening;
    private @Nullable Records records;
    private @Nullable Payload ready;
    private long line;
    private boolean ended;

    GuardedPayloads(Records.Opening opening) {
        this.opening = opening;
    }

    @Override
    public boolean hasNext() {
        if (ready == null && !ended) {
            ready = advance();
            ended = ready == null || ended;
        }
        return ready != null;
    }

    @Override
    public Payload next() {
        if (!hasNext() || ready == null) {
            throw new NoSuchElementException();
        }
        Payload payload = ready;
        ready = null;
        line = payload.line();
        return payload;
    }

    private @Nullable Payload advance() {
        try {
            if (records == null) {
                records = opening.open();
            }
            return records.next();
        } catch (IOException | RuntimeException | StackOverflowError thrown) {
            ended = true;
            return Broken.of(thrown).at(line + 1);
        }
    }

    @Override
    public void close() throws IOException {
        ended = true;
        ready = null;
        if (records != null) {
            records.close();
        }
    }
}
