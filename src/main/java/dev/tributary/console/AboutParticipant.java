package dev.tributary.console;

import dev.tributary.review.By;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * What a form on a contact's page says of a participant; empty where it says nothing.
 *
 * @param participant as {@link dev.tributary.review.Register#participant} understands it
 */
record AboutParticipant(String participant, String reason) {

    AboutParticipant(@Nullable String participant, @Nullable String reason) {
        this.participant = participant == null ? "" : participant;
        this.reason = reason == null ? "" : reason;
    }

    By by(Principal who) {
        return new By(who.getName(), reason);
    }
}
