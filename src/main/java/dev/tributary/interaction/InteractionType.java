package dev.tributary.interaction;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of saying it was. */
public enum InteractionType {
    @JsonProperty("post")
    POST,
    @JsonProperty("comment")
    COMMENT,
    @JsonProperty("reply")
    REPLY,
    @JsonProperty("message")
    MESSAGE,
    @JsonProperty("mention")
    MENTION,
    @JsonProperty("review")
    REVIEW,
    @JsonProperty("call")
    CALL,
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("sms")
    SMS,
    @JsonProperty("chat")
    CHAT,
    @JsonProperty("note")
    NOTE
}
