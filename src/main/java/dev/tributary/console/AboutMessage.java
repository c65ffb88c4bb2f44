package dev.tributary.console;

import dev.tributary.review.By;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * What a form on a contact's page says of a message; empty where it says nothing.
 *
 * @param message as {@link dev.tributary.review.Register#interaction} understands it
 * @param to the CRM's id of the contact where it belongs
 */
record AboutMessage(String message, String to, String reason) {

    AboutMessage(@Nullable String message, @Nullable String to, @Nullable String reason) {
        this.message = message == null ? "" : message;
        this.to = to == null ? "" : to;
        this.reason = reason == null ? "" : reason;
    }

    By by(Principal who) {
        return new By(who.getName(), reason);
    }
}
