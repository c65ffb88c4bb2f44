package dev.tributary.inbox;

import dev.tributary.definition.Platform;
import dev.tributary.landing.Imprint;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Anybody who signs with an HMAC, in the way that the source's definition describes. */
final class HmacProtocol implements Protocol {

    private static final Duration RETRIES = Duration.ofDays(1);

    private final Platform.Hmac platform;
    private final Signature signature;
    private final SignedTime time;

    HmacProtocol(Platform.Hmac platform, String secret, Clock clock) {
        this.platform = platform;
        this.signature = new Signature(platform.algorithm(), secret);
        this.time = new SignedTime(clock);
    }

    @Override
    public Verdict verify(Push push) {
        byte[][] parts = signedParts(push);
        String given = push.header(platform.header());
        switch (platform.encoding()) {
            case HEX -> signature.checkHex(platform.prefix(), given, parts);
            case BASE64 -> signature.checkBase64(platform.prefix(), given, parts);
        }
        String signed = Imprint.of(Bytes.joined(parts));
        return new Verdict.Genuine(push, push.body(), new Imprint(signed, signed));
    }

    private byte[][] signedParts(Push push) {
        String signs = platform.signs();
        if (platform.timestampHeader() != null) {
            String timestamp = push.header(platform.timestampHeader());
            time.check(timestamp);
            signs = signs.replace(Platform.Hmac.TIMESTAMP, timestamp);
        }
        int body = signs.indexOf(Platform.Hmac.BODY);
        List<byte[]> parts = new ArrayList<>();
        parts.add(signs.substring(0, body).getBytes(StandardCharsets.UTF_8));
        parts.add(push.body());
        parts.add(signs.substring(body + Platform.Hmac.BODY.length()).getBytes(StandardCharsets.UTF_8));
        return parts.toArray(byte[][]::new);
    }

    /** Many send the same request again, some sign each attempt anew, which then is another delivery to us. */
    @Override
    public Repeats repeats() {
        return new Repeats(true, signsTheTime() ? WINDOW.multipliedBy(2) : RETRIES);
    }

    @Override
    public boolean signsTheTime() {
        return platform.timestampHeader() != null;
    }
}
