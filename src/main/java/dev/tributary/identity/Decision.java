package dev.tributary.identity;

import java.util.List;

/** What a participant's evidence comes to. */
sealed interface Decision {

    Reason reason();

    /**
     * MATCH: one contact, by this rule, on this evidence.
     *
     * @param rule the rules that met, joined by {@code +}
     */
    record Linked(long contact, String rule, List<Evidence> evidence) implements Decision {
        @Override
        public Reason reason() {
            return Reason.EVIDENCE;
        }
    }

    /** POSSIBLE_MATCH: a person decides. */
    record Review(Reason reason, List<Option> options) implements Decision {}

    /**
     * One contact of those that a participant may be.
     *
     * @param rule the rule that points there, or that would if nothing stopped it
     */
    record Option(long contact, Evidence evidence, String rule) {}

    /** NON_MATCH. */
    record Unmatched(Reason reason) implements Decision {}
}
