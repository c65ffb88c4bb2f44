package dev.tributary.identity;

import dev.tributary.interaction.IdentifierType;
import dev.tributary.interaction.SharedKind;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code shared_identifier}, without when it was decided.
 *
 * @param since the first moment at which it is shared; null where it always was
 * @param until the first moment at which it is no more; null where no end is known
 * @param contact the contact that stands for it; null where none does
 * @param reason in a few words, without personal data; null where a person gave none
 */
record SharedRow(
        Key key,
        SharedKind kind,
        @Nullable LocalDateTime since,
        @Nullable LocalDateTime until,
        @Nullable Long contact,
        Origin origin,
        String actor,
        @Nullable String reason) {

    /** Whose word it is; the later goes before the earlier. */
    enum Origin {
        FOUND,
        FILE,
        STEWARD
    }

    /** @param value canonical */
    record Key(IdentifierType type, String value) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = type.compareTo(other.type);
            return order != 0 ? order : value.compareTo(other.value);
        }

        /** Personal data: only the type is printed. */
        @Override
        public String toString() {
            return type + " ***";
        }
    }

    /** Whether it says the same of the same identifier, whoever says it and why. */
    boolean saysTheSameAs(SharedRow other) {
        return origin == other.origin
                && key.equals(other.key)
                && kind == other.kind
                && Objects.equals(since, other.since)
                && Objects.equals(until, other.until)
                && Objects.equals(contact, other.contact);
    }

    static SharedRow found(Key key, SharedKind kind, @Nullable Long contact, String reason) {
        return new SharedRow(key, kind, null, null, contact, Origin.FOUND, "tributary", reason);
    }
}
