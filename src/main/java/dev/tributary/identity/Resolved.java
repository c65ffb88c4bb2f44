package dev.tributary.identity;

import dev.tributary.identity.Candidate.KnownContact;

/**
 * A candidate and what was decided.
 *
 * @param likelihood of a case, how likely its likeliest contact is the participant, from 0 to 1; 0 for all others
 */
record Resolved(Candidate candidate, Decision decision, double likelihood) {

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

    /** The very contact that carries the evidence, which may have been merged into the one that was decided upon. */
    long carrier(Decision.Linked linked) {
        KnownContact known = candidate.contacts().get(linked.contact());
        return known == null ? linked.contact() : known.carrier();
    }
}
