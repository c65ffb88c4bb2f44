package dev.tributary.identity;

/** A candidate and what was decided. */
record Resolved(Candidate candidate, Decision decision) {

    /** As it stands in {@code participant_match.outcome}. */
    String outcome() {
        if (decision instanceof Decision.Linked) {
            return "LINKED";
        }
        return decision instanceof Decision.Review ? "REVIEW" : "UNMATCHED";
    }

    boolean isNews() {
        return !outcome().equals(candidate.outcome())
                || !decision.reason().name().equals(candidate.reason());
    }
}
