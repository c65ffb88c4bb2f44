package dev.tributary.inbox;

import dev.tributary.landing.Imprint;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * LINE signs the body with the channel secret: {@code X-Line-Signature} is the HMAC-SHA256 in base64
 * (https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/). The console's "Verify" sends no events.
 *
 * <p>What LINE sends again has the same {@code webhookEventId}, but says {@code isRedelivery}, so that it is signed anew
 * (https://developers.line.biz/en/docs/messaging-api/receiving-messages/#redelivered-webhooks): the very same request never comes
 * twice from LINE.
 */
final class LineProtocol implements Protocol {

    private static final Duration REDELIVERY = Duration.ofDays(7);

    private final Signature signature;

    LineProtocol(String channelSecret) {
        this.signature = new Signature(Signature.SHA256, channelSecret);
    }

    @Override
    public Verdict verify(Push push) {
        signature.checkBase64("", push.header("X-Line-Signature"), push.body());
        JsonNode events =
                JsonBody.object(push.body()).map(body -> body.path("events")).orElse(MissingNode.getInstance());
        return events.isArray() && events.isEmpty()
                ? new Verdict.Greeting(Reply.yes("", Reply.Outcome.GREETED))
                : new Verdict.Genuine(push, push.body(), imprint(push.body(), events));
    }

    private static Imprint imprint(byte[] body, JsonNode events) {
        String signed = Imprint.of(body);
        List<String> ids = events.values().stream()
                .map(event -> event.path("webhookEventId").asString(""))
                .sorted()
                .toList();
        return ids.isEmpty() || ids.contains("")
                ? new Imprint(signed, signed)
                : new Imprint(Imprint.of(String.join("\n", ids).getBytes(StandardCharsets.UTF_8)), signed);
    }

    @Override
    public Repeats repeats() {
        return new Repeats(false, REDELIVERY);
    }
}
