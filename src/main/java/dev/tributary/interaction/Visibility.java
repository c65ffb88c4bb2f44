package dev.tributary.interaction;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who could read it: everybody, the two sides, or only the company. */
public enum Visibility {
    @JsonProperty("public")
    PUBLIC,
    @JsonProperty("private")
    PRIVATE,
    @JsonProperty("internal")
    INTERNAL
}
