package dev.tributary.run;

import static dev.tributary.run.FailureCode.Policy.QUARANTINE;
import static dev.tributary.run.FailureCode.Policy.RETRY;
import static dev.tributary.run.FailureCode.Policy.STOP_SOURCE;

/** Everything that may go wrong with foreign data or a foreign system, and what Tributary does about it. */
public enum FailureCode {
    /** A record or a whole file does not follow its own format. */
    UNREADABLE(QUARANTINE),
    /** A file or one record of it is larger, deeper or more compressed than the limits allow. */
    TOO_LARGE(QUARANTINE),
    /** The mapping failed on the record. */
    NOT_MAPPED(QUARANTINE),
    /** The mapping took longer than it may. */
    MAPPING_TOO_SLOW(QUARANTINE),
    /** The mapping returned something that is no canonical record. */
    INVALID_RECORD(QUARANTINE),
    /** The source cannot be reached, or broke off. */
    UNREACHABLE(RETRY),
    /** Somebody else reads the source for longer than a run waits. */
    BUSY(STOP_SOURCE),
    /** The source asks to slow down. */
    RATE_LIMITED(RETRY),
    /** The source refuses our credentials. */
    UNAUTHORIZED(STOP_SOURCE),
    /** The source refuses the request, or answers with something else than was asked for. */
    UNEXPECTED_ANSWER(STOP_SOURCE),
    /** The same page was announced twice: going on would never end. */
    CURSOR_REPEATS(STOP_SOURCE),
    /** The requests that the source may cost in one run are used up; the rest follows in the next run. */
    BUDGET_USED_UP(STOP_SOURCE),
    /** A secret that the source's definition names is not in the environment. */
    SECRET_MISSING(STOP_SOURCE),
    /** The folder or file of a file source cannot be read. */
    FILE_UNAVAILABLE(STOP_SOURCE),
    /** Something that nobody foresaw. */
    UNEXPECTED(STOP_SOURCE);

    /** What Tributary does when the failure occurs. */
    public enum Policy {
        /** Try again, slower each time, then end the source for this run. */
        RETRY,
        /** Put the record aside and go on. */
        QUARANTINE,
        /** End the source for this run; its cursor stays where it was. */
        STOP_SOURCE
    }

    private final Policy policy;

    FailureCode(Policy policy) {
        this.policy = policy;
    }

    public Policy policy() {
        return policy;
    }
}
