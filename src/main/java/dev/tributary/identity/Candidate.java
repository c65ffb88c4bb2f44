package dev.tributary.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A participant with all that may tell who they are, and how they stand.
 *
 * @param standing the link that stands, null where there is none
 * @param outcome and {@code reason}: as the last run left them, null for a newcomer
 */
record Candidate(
        long participant,
        List<Evidence> evidence,
        @Nullable StandingLink standing,
        @Nullable String outcome,
        @Nullable String reason) {

    /** @param asserted by a person: no rule overrules it */
    record StandingLink(long contact, boolean asserted) {}
}
