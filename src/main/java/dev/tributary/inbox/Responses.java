package dev.tributary.inbox;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Replies as HTTP carries them: short-lived, and nothing that a browser could make more of. */
final class Responses {

    private Responses() {}

    static ResponseEntity<byte[]> of(Reply reply) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(reply.status())
                .contentType(MediaType.parseMediaType(reply.type()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("Referrer-Policy", "no-referrer");
        if (reply.outcome() == Reply.Outcome.NO_SUCH_METHOD) {
            response.header(HttpHeaders.ALLOW, "POST");
        }
        return response.body(reply.body().getBytes(StandardCharsets.UTF_8));
    }
}
