package dev.tributary.review;

import org.jspecify.annotations.Nullable;

/**
 * One identity on one channel account.
 *
 * @param id Tributary's own number
 * @param ours whether it speaks for our company
 */
public record Participant(
        long id,
        String channel,
        @Nullable String handle,
        @Nullable String name,
        String nativeId,
        boolean ours) {

    /** Such as {@code x @ann}: personal data, for the eyes of the person who decides. */
    public String shown() {
        return channel + " " + (handle != null ? handle : name != null ? name : nativeId);
    }

    /** Personal data: only the number is printed. */
    @Override
    public String toString() {
        return "participant " + id;
    }
}
