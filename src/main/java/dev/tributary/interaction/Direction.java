package dev.tributary.interaction;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Seen from the company: from a customer, to a customer, or among its own people. */
public enum Direction {
    @JsonProperty("inbound")
    INBOUND,
    @JsonProperty("outbound")
    OUTBOUND,
    @JsonProperty("internal")
    INTERNAL
}
