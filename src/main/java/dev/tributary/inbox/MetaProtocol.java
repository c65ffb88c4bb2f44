package dev.tributary.inbox;

import dev.tributary.landing.Imprint;
import java.time.Duration;

/**
 * Meta signs the body of every webhook of an app (WhatsApp, Messenger, Instagram, the feed of a page) with the app secret:
 * {@code X-Hub-Signature-256} is {@code sha256=} and the HMAC-SHA256 in hexadecimal. Whoever enters the address in the app's
 * dashboard makes Meta ask with our verify token (https://developers.facebook.com/docs/graph-api/webhooks/getting-started).
 *
 * <p>What was not answered with 200 comes again, the same request, less and less often for 36 hours, of WhatsApp for 7 days
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/guides/set-up-webhooks).
 */
final class MetaProtocol implements Protocol {

    private static final Duration RETRIES = Duration.ofDays(7);

    private final Signature signature;
    private final String verifyToken;

    MetaProtocol(String appSecret, String verifyToken) {
        this.signature = new Signature(Signature.SHA256, appSecret);
        this.verifyToken = verifyToken;
    }

    @Override
    public boolean greets() {
        return true;
    }

    @Override
    public Reply greet(Push push) {
        Signature.same(verifyToken, push.query("hub.verify_token"));
        Signature.same("subscribe", push.query("hub.mode"));
        return Reply.echo(push.query("hub.challenge"));
    }

    @Override
    public Verdict verify(Push push) {
        signature.checkHex("sha256=", push.header("X-Hub-Signature-256"), push.body());
        String signed = Imprint.of(push.body());
        return new Verdict.Genuine(push, push.body(), new Imprint(signed, signed));
    }

    @Override
    public Repeats repeats() {
        return new Repeats(true, RETRIES);
    }
}
