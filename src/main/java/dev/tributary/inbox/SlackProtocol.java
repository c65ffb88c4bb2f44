package dev.tributary.inbox;

import dev.tributary.landing.Imprint;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Slack signs {@code v0:TIME:BODY} with the signing secret: {@code X-Slack-Signature} is {@code v0=} and the HMAC-SHA256 in
 * hexadecimal, and a time more than five minutes off is refused (https://docs.slack.dev/authentication/verifying-requests-from-slack).
 * When the address is entered, Slack asks with {@code url_verification} (https://docs.slack.dev/reference/events/url_verification).
 *
 * <p>What was not answered in time comes again up to three times, with {@code X-Slack-Retry-Num} and the same {@code event_id};
 * an app with delayed events gets it for a day (https://docs.slack.dev/apis/events-api/). Each attempt has its own time.
 */
final class SlackProtocol implements Protocol {

    private static final Duration RETRIES = Duration.ofDays(1);

    private final Signature signature;
    private final SignedTime time;

    SlackProtocol(String signingSecret, Clock clock) {
        this.signature = new Signature(Signature.SHA256, signingSecret);
        this.time = new SignedTime(clock);
    }

    @Override
    public Verdict verify(Push push) {
        String timestamp = push.header("X-Slack-Request-Timestamp");
        time.check(timestamp);
        byte[] before = ("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8);
        signature.checkHex("v0=", push.header("X-Slack-Signature"), before, push.body());
        Optional<JsonNode> event = JsonBody.object(push.body());
        if (event.filter(it -> it.path("type").asString("").equals("url_verification"))
                .isPresent()) {
            return new Verdict.Greeting(Reply.echo(event.get().path("challenge").asString("")));
        }
        String delivery = event.map(it -> it.path("event_id").asString(""))
                .filter(id -> !id.isEmpty())
                .map(id -> Imprint.of(id.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> Imprint.of(push.body()));
        return new Verdict.Genuine(push, push.body(), new Imprint(delivery, signed(before, push.body())));
    }

    private static String signed(byte[] before, byte[] body) {
        return Imprint.of(Bytes.joined(before, body));
    }

    @Override
    public Repeats repeats() {
        return new Repeats(false, RETRIES);
    }

    @Override
    public boolean signsTheTime() {
        return true;
    }
}
