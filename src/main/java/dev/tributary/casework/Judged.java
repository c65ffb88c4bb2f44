package dev.tributary.casework;

import dev.tributary.casework.Outcome.Status;
import org.jspecify.annotations.Nullable;

/** What is to become of an answer: it is followed, or it has an outcome without that. */
record Judged(@Nullable Ruling ruling, @Nullable Outcome outcome) {

    static Judged follow(Ruling ruling) {
        return new Judged(ruling, null);
    }

    static Judged leave(long caseId, Status status, String message) {
        return new Judged(null, new Outcome(caseId, status, message, null));
    }

    static Judged asBefore(Verdict same) {
        String message = same.actor() + " said so on " + same.decidedAt().toLocalDate() + ".";
        return new Judged(null, new Outcome(same.caseId(), Status.UNCHANGED, message, same.id()));
    }
}
