package dev.tributary.inbox;

import dev.tributary.landing.Imprint;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * WeChat signs in the query: {@code signature} is the SHA-1 of the token, the timestamp and the nonce, sorted and joined; by a GET
 * that is signed so it asks us to say {@code echostr} back
 * (https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Access_Overview.html).
 *
 * <p><b>In plain mode the signature does not cover the body.</b> Whoever overhears one request can, for five minutes, send us
 * anything under its signature. In encrypted mode {@code msg_signature} is the SHA-1 of the same three and {@code Encrypt}, and the
 * message in it is ours alone to read: use that. What has landed is the decrypted message
 * (https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/Before_Develop/Technical_Plan.html).
 *
 * <p>What was not answered within five seconds comes again, three times; it has the same {@code MsgId}, or the same sender and
 * {@code CreateTime}, and so the same content once it is decrypted
 * (https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Receiving_standard_messages.html). The customer would see an
 * error if such a request were refused.
 */
final class WeChatProtocol implements Protocol {

    private final String token;
    private final @Nullable WeChatCipher cipher;
    private final SignedTime time;

    /** @param cipher null in plain mode */
    WeChatProtocol(String token, @Nullable WeChatCipher cipher, Clock clock) {
        this.token = token;
        this.cipher = cipher;
        this.time = new SignedTime(clock);
    }

    @Override
    public boolean greets() {
        return true;
    }

    @Override
    public Reply greet(Push push) {
        checkSignature(push, "signature");
        return Reply.echo(push.query("echostr"));
    }

    @Override
    public Verdict verify(Push push) {
        byte[] content = cipher == null ? plain(push) : decrypted(push, cipher);
        byte[] parameters =
                (push.query("timestamp") + "\n" + push.query("nonce") + "\n").getBytes(StandardCharsets.UTF_8);
        String signed = Imprint.of(Bytes.joined(parameters, push.body()));
        return new Verdict.Genuine(push, content, new Imprint(Imprint.of(content), signed));
    }

    private byte[] plain(Push push) {
        checkSignature(push, "signature");
        return push.body();
    }

    private byte[] decrypted(Push push, WeChatCipher of) {
        String encrypted = WeChatEnvelope.encrypted(push.body());
        checkSignature(push, "msg_signature", encrypted);
        return of.decrypt(encrypted);
    }

    private void checkSignature(Push push, String parameter, String... more) {
        String timestamp = push.query("timestamp");
        time.check(timestamp);
        String sorted = Stream.concat(Stream.of(token, timestamp, push.query("nonce")), Stream.of(more))
                .sorted()
                .collect(Collectors.joining());
        Signature.same(sha1(sorted), push.query(parameter));
    }

    private static String sha1(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public Repeats repeats() {
        return new Repeats(true, WINDOW.multipliedBy(2));
    }

    @Override
    public boolean signsTheTime() {
        return true;
    }

    @Override
    public String thanks() {
        return "success";
    }
}
