package dev.tributary.doctor;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a JSON Web Token says of itself. Who signed it is not looked at: we only ask how long it holds.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4">RFC 7519, 4.1.4</a>
 */
final class BearerClaims {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PARTS = 3;
    private static final long LAST = Instant.MAX.getEpochSecond();

    private BearerClaims() {}

    /** When the token expires; empty where it is no such token, or does not say. */
    static Optional<Instant> expiry(String token) {
        String[] parts = token.replaceFirst("(?i)^bearer\\s+", "").split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            JsonNode expiry =
                    JSON.readTree(Base64.getUrlDecoder().decode(parts[1])).path("exp");
            return expiry.isNumber() && expiry.asDouble() > 0 && expiry.asDouble() < LAST
                    ? Optional.of(Instant.ofEpochSecond((long) expiry.asDouble()))
                    : Optional.empty();
        } catch (IllegalArgumentException | JacksonException another) {
            return Optional.empty();
        }
    }
}
