package dev.tributary.landing;

import org.jspecify.annotations.Nullable;

/**
 * What a source gave that is no file of ours yet.
 *
 * @param name for the segment's file; its ending tells people what it holds
 * @param origin where it comes from, without anything secret or personal; its ending tells the format where the source's
 *     definition does not
 * @param cursorBefore the cursor when it was asked for; null where there was none
 * @param cursorAfter where the cursor moves with it, at most 1000 characters; null where the cursor stays
 */
public record Delivery(
        byte[] content,
        String name,
        String origin,
        @Nullable String cursorBefore,
        @Nullable String cursorAfter) {

    @Override
    public String toString() {
        return content.length + " bytes of " + origin;
    }
}
