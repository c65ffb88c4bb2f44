package dev.tributary.timeline;

import dev.tributary.interaction.Attachment;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message on a contact's timeline. Times are UTC. Of a message that its author deleted only that is told: it has no subject, text,
 * attachments or address. Foreign words, not to be trusted; personal data, of which only the number is printed.
 *
 * @param number Tributary's own
 * @param participant who on the customer's side is in it; null where nobody knows
 * @param type POST, COMMENT, MESSAGE, CALL …
 * @param direction INBOUND from the customer, OUTBOUND to the customer
 * @param visibility PUBLIC, PRIVATE or INTERNAL
 * @param author the name that the channel shows
 * @param text plain; cut where it is longer than was asked for
 * @param cut whether there is more text than this
 * @param markup whether there is an HTML version
 * @param thread the channel's own id of the conversation
 * @param episode 32 hexadecimal digits, the same for all that belongs together across channels
 * @param undated whether the source told no time, and {@code at} is when it came in
 */
public record TimelineEntry(
        long number,
        @Nullable Long participant,
        LocalDateTime at,
        String channel,
        String account,
        String type,
        String direction,
        String visibility,
        @Nullable String author,
        @Nullable String subject,
        @Nullable String text,
        boolean cut,
        boolean markup,
        List<Attachment> attachments,
        @Nullable String url,
        @Nullable String thread,
        String episode,
        @Nullable LocalDateTime editedAt,
        @Nullable LocalDateTime deletedAt,
        boolean undated) {

    public TimelineEntry {
        attachments = List.copyOf(attachments);
    }

    @Override
    public String toString() {
        return "message " + number;
    }
}
