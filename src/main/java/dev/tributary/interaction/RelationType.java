package dev.tributary.interaction;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How one interaction is tied to another. */
public enum RelationType {
    /** A private message that answers a public comment. */
    @JsonProperty("privateReplyTo")
    PRIVATE_REPLY_TO,
    /** A post that carries another one, such as a quote or a repost. */
    @JsonProperty("sharedFrom")
    SHARED_FROM,
    /** A call that answers a message. */
    @JsonProperty("callbackFor")
    CALLBACK_FOR,
    /** A ticket that was opened for a message. */
    @JsonProperty("ticketOf")
    TICKET_OF,
    /** The first message of a person, where a bot answered before. */
    @JsonProperty("handoverOf")
    HANDOVER_OF
}
