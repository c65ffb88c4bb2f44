package dev.tributary.interaction;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One side of a conversation as the source names it. Every field may be absent; addresses and numbers are as the source
 * wrote them.
 *
 * @param id the platform's id of the person, in the scope of our account
 * @param ids further ids that join scopes, by their name on the platform, such as {@code unionid}
 */
public record Party(
        @Nullable String id,
        @Nullable String handle,
        @Nullable String name,
        List<String> emails,
        List<String> phones,
        @Nullable String url,
        Map<String, String> ids) {

    public Party {
        emails = emails == null ? List.of() : List.copyOf(emails);
        phones = phones == null ? List.of() : List.copyOf(phones);
        ids = ids == null ? Map.of() : Map.copyOf(ids);
    }

    /** Names are personal data: nothing of them is printed. */
    @Override
    public String toString() {
        return "Party[***]";
    }
}
