package dev.tributary.identity;

import java.util.List;

/** What a participant's evidence comes to. */
sealed interface Decision {

    Reason reason();

    /** MATCH: one contact, by this evidence. */
    record Linked(long contact, List<Evidence> evidence) implements Decision {
        @Override
        public Reason reason() {
            return Reason.EVIDENCE;
        }
    }

    /** POSSIBLE_MATCH: a person decides. */
    record Review(Reason reason, List<Evidence> evidence) implements Decision {}

    /** NON_MATCH. */
    record Unmatched(Reason reason) implements Decision {}
}
