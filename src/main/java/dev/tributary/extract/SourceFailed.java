package dev.tributary.extract;

import dev.tributary.run.FailureCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The source, and no fault of ours, ends its run. The message is for the report. */
public class SourceFailed extends RuntimeException {

    private final FailureCode code;
    private final @Nullable Duration wait;

    SourceFailed(FailureCode code, String message) {
        this(code, message, null);
    }

    /** @param wait how long the source asks not to be asked again; null where it does not say */
    SourceFailed(FailureCode code, String message, @Nullable Duration wait) {
        super(message);
        this.code = code;
        this.wait = wait;
    }

    FailureCode code() {
        return code;
    }

    @Nullable
    Duration requestedWait() {
        return wait;
    }

    boolean mayPass() {
        return code.policy() == FailureCode.Policy.RETRY;
    }
}
