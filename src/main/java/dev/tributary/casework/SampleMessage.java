package dev.tributary.casework;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that the participant wrote, or that was written to them.
 *
 * @param interaction Tributary's own number
 * @param at in UTC
 * @param direction INBOUND or OUTBOUND
 * @param text the beginning, at most {@value #LONGEST} characters; foreign text, to be shown as text
 * @param more how many characters of the text are left out
 */
public record SampleMessage(
        long interaction,
        LocalDateTime at,
        String channel,
        String account,
        String direction,
        @Nullable String subject,
        String text,
        long more,
        @Nullable String url) {

    /** So much of a text is shown. */
    public static final int LONGEST = 300;

    /** The beginning of the text, and how much is left out. */
    public String shown() {
        return more == 0 ? text : text + " …, " + more + " more characters";
    }

    /** Personal data: only the number is printed. */
    @Override
    public String toString() {
        return "message " + interaction;
    }
}
