package dev.tributary.inbox;

import dev.tributary.landing.Imprint;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * X signs the body with the consumer secret: {@code x-twitter-webhooks-signature} is {@code sha256=} and the HMAC-SHA256 in base64.
 * By a GET with {@code crc_token} it asks us to sign that token (https://docs.x.com/x-api/webhooks/quickstart).
 *
 * <p>Anybody may ask so, and would get a signature for whatever he names. Therefore we sign only what cannot be the body of an
 * event, and take in nothing but JSON objects.
 */
final class XProtocol implements Protocol {

    private static final Duration RETRIES = Duration.ofDays(1);
    private static final String PREFIX = "sha256=";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9+/=_-]{1,256}");

    private final Signature signature;

    XProtocol(String consumerSecret) {
        this.signature = new Signature(Signature.SHA256, consumerSecret);
    }

    @Override
    public boolean greets() {
        return true;
    }

    @Override
    public Reply greet(Push push) {
        String token = push.query("crc_token");
        if (!TOKEN.matcher(token).matches()) {
            throw new Refused();
        }
        byte[] response = signature.of(token.getBytes(StandardCharsets.UTF_8));
        return Reply.json(JsonBody.JSON.writeValueAsString(
                Map.of("response_token", PREFIX + Base64.getEncoder().encodeToString(response))));
    }

    @Override
    public Verdict verify(Push push) {
        signature.checkBase64(PREFIX, push.header("x-twitter-webhooks-signature"), push.body());
        JsonBody.object(push.body()).orElseThrow(Refused::new);
        String signed = Imprint.of(push.body());
        return new Verdict.Genuine(push, push.body(), new Imprint(signed, signed));
    }

    @Override
    public Repeats repeats() {
        return new Repeats(true, RETRIES);
    }
}
