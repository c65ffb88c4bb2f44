package dev.tributary.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of whom a case asks who they are.
 *
 * @param id Tributary's own number
 * @param account the account of ours within which the native id holds; empty where it holds on the whole channel
 * @param identifiers in the order of type and value
 */
public record CaseParticipant(
        long id,
        String channel,
        String account,
        String nativeId,
        @Nullable String handle,
        @Nullable String name,
        @Nullable String url,
        List<KnownIdentifier> identifiers) {

    public CaseParticipant {
        identifiers = List.copyOf(identifiers);
    }

    /** The name, else the handle, else the id. */
    public String shown() {
        return name != null ? name : handle != null ? handle : nativeId;
    }

    /** Personal data: only the number is printed. */
    @Override
    public String toString() {
        return "participant " + id;
    }
}
