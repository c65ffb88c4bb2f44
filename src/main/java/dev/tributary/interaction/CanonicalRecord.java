package dev.tributary.interaction;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping returns for one record of a payload. The property {@code kind} tells which of the permitted types it is:
 * {@code interaction}, {@code profile}, {@code claim}, {@code deletion} or {@code filtered}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CanonicalRecord.Interaction.class, name = "interaction"),
    @JsonSubTypes.Type(value = CanonicalRecord.Profile.class, name = "profile"),
    @JsonSubTypes.Type(value = CanonicalRecord.Claim.class, name = "claim"),
    @JsonSubTypes.Type(value = CanonicalRecord.Deletion.class, name = "deletion"),
    @JsonSubTypes.Type(value = CanonicalRecord.Filtered.class, name = "filtered")
})
public sealed interface CanonicalRecord {

    /**
     * One message, post, call or note.
     *
     * @param id the source's own id; absent where the source gives none, then the stage makes one from the content
     * @param at when it was said, with the source's offset
     * @param undated the source tells no time at all: {@code at} is when the record was landed, the latest that it can have been said.
     *     It waits for no answer and answers nothing, and gives way to any report that does tell a time.
     * @param editedAt when this version was written; absent for the first version
     * @param deleted the source says that the message was withdrawn: a tombstone is kept, its words are not
     * @param inReplyTo the id of the interaction it answers, on the same account; that one may never arrive
     * @param recipients whom it was said to; empty for a public post
     * @param text plain text, entities decoded, markup removed
     * @param on the name of the account, among the source's {@code accounts}, that it was said on: a suite reports messages of
     *     many channels, and there the message has the id that the channel itself gives; absent for the source's own
     * @param offers links and numbers made for this message alone, such as a call-back link, by which what follows is tied to it
     */
    record Interaction(
            @Nullable String id,
            InteractionType type,
            Visibility visibility,
            Direction direction,
            OffsetDateTime at,
            boolean undated,
            @Nullable OffsetDateTime editedAt,
            boolean deleted,
            @Nullable Conversation conversation,
            @Nullable String inReplyTo,
            List<Relation> relations,
            @Nullable Party author,
            List<Party> recipients,
            @Nullable String text,
            @Nullable String html,
            @Nullable String language,
            List<Attachment> attachments,
            @Nullable String url,
            @Nullable String on,
            List<String> offers)
            implements CanonicalRecord {

        public Interaction {
            Missing.refuse("type", type);
            Missing.refuse("visibility", visibility);
            Missing.refuse("direction", direction);
            Missing.refuse("at", at);
            relations = relations == null ? List.of() : List.copyOf(relations);
            recipients = recipients == null ? List.of() : List.copyOf(recipients);
            attachments = attachments == null ? List.of() : List.copyOf(attachments);
            offers = offers == null ? List.of() : List.copyOf(offers);
        }

        /** The same message under another id. */
        public Interaction withId(String other) {
            return new Interaction(
                    other,
                    type,
                    visibility,
                    direction,
                    at,
                    undated,
                    editedAt,
                    deleted,
                    conversation,
                    inReplyTo,
                    relations,
                    author,
                    recipients,
                    text,
                    html,
                    language,
                    attachments,
                    url,
                    on,
                    offers);
        }
    }

    /**
     * What a source says of a person outside any message.
     *
     * @param at as of when; absent where the source does not say, then as of when the record was landed
     * @param on as of an interaction
     */
    record Profile(
            Party party,
            @Nullable OffsetDateTime at,
            @Nullable String on) implements CanonicalRecord {
        public Profile {
            Missing.refuse("party", party);
        }
    }

    /**
     * The person proved at {@code at} that the addresses and numbers of {@code party} are theirs: grade VERIFIED.
     *
     * @param on as of an interaction
     */
    record Claim(Party party, OffsetDateTime at, @Nullable String on) implements CanonicalRecord {
        public Claim {
            Missing.refuse("party", party);
            Missing.refuse("at", at);
        }
    }

    /**
     * The interaction {@code id} was withdrawn at {@code at}; it may not have arrived yet.
     *
     * @param on as of an interaction
     */
    record Deletion(String id, OffsetDateTime at, @Nullable String on) implements CanonicalRecord {
        public Deletion {
            Missing.refuse("id", id);
            Missing.refuse("at", at);
        }
    }

    /** A record that is no part of a conversation, such as a delivery receipt; {@code reason} is counted in the report. */
    record Filtered(String reason) implements CanonicalRecord {
        public Filtered {
            Missing.refuse("reason", reason);
        }
    }
}
