package dev.tributary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The platforms that push to us, each with a message of its own and signed as its documentation says. */
enum Sender {
    LINE("line", "line", "platform: line, secret: \"${SECRET}\"", "line-webhook") {
        @Override
        byte[] message(int number) {
            return line(number, false);
        }

        @Override
        Pushed signed(byte[] body, String secret, Instant at) {
            return new Pushed(body, Map.of("X-Line-Signature", base64(hmac("HmacSHA256", secret, body))), "");
        }
    },
    META(
            "whatsapp",
            "whatsapp",
            "platform: meta, secret: \"${SECRET}\", verifyToken: \"${VERIFY_TOKEN}\"",
            "whatsapp-cloud") {
        @Override
        byte[] message(int number) {
            return ("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"102\",\"changes\":[{\"field\":\"messages\","
                            + "\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":\"12025550100\","
                            + "\"phone_number_id\":\"300000000000001\"},\"contacts\":[{\"profile\":{\"name\":\"Anna Berger\"},"
                            + "\"wa_id\":\"493023125001\"}],\"messages\":[{\"from\":\"493023125001\",\"id\":\"wamid."
                            + number
                            + "\",\"timestamp\":\"1780000000\",\"type\":\"text\",\"text\":{\"body\":\"Tent " + number
                            + "?\"}}]}}]}]}")
                    .getBytes(UTF_8);
        }

        @Override
        Pushed signed(byte[] body, String secret, Instant at) {
            String signature = "sha256=" + HexFormat.of().formatHex(hmac("HmacSHA256", secret, body));
            return new Pushed(body, Map.of("X-Hub-Signature-256", signature), "");
        }
    },
    WECHAT("wechat-plain", "wechat", "platform: wechat, token: \"${SECRET}\"", "wechat-push") {
        @Override
        byte[] message(int number) {
            return weChat(number);
        }

        @Override
        Pushed signed(byte[] body, String secret, Instant at) {
            String time = String.valueOf(at.getEpochSecond());
            return new Pushed(
                    body,
                    Map.of("Content-Type", "text/xml"),
                    "signature=" + sha1(secret, time, "n0nce") + "&timestamp=" + time + "&nonce=n0nce");
        }
    },
    WECHAT_ENCRYPTED(
            "wechat-safe",
            "wechat",
            "platform: wechat, token: \"${SECRET}\", encodingKey: \"${AES_KEY}\", appId: wx00acme00outdoor",
            "wechat-push") {
        @Override
        byte[] message(int number) {
            return weChat(number + 500);
        }

        @Override
        Pushed signed(byte[] body, String secret, Instant at) {
            return encrypted(body, secret, at, "wx00acme00outdoor");
        }
    },
    SLACK("slack-events", "slack", "platform: slack, secret: \"${SECRET}\"", "line-webhook") {
        @Override
        byte[] message(int number) {
            return ("{\"type\":\"event_callback\",\"event_id\":\"Ev" + number
                            + "\",\"event\":{\"type\":\"message\",\"text\":\"Boots " + number + "?\"}}")
                    .getBytes(UTF_8);
        }

        @Override
        Pushed signed(byte[] body, String secret, Instant at) {
            String time = String.valueOf(at.getEpochSecond());
            byte[] signed = joined(("v0:" + time + ":").getBytes(UTF_8), body);
            return new Pushed(
                    body,
                    Map.of(
                            "X-Slack-Request-Timestamp",
                            time,
                            "X-Slack-Signature",
                            "v0=" + HexFormat.of().formatHex(hmac("HmacSHA256", secret, signed))),
                    "");
        }
    },
    X("x-activity", "x", "platform: x, secret: \"${SECRET}\"", "x-dm") {
        @Override
        byte[] message(int number) {
            return ("{\"for_user_id\":\"4337869213\",\"direct_message_events\":[{\"type\":\"message_create\",\"id\":\""
                            + number + "\"}]}")
                    .getBytes(UTF_8);
        }

        @Override
        Pushed signed(byte[] body, String secret, Instant at) {
            String signature = "sha256=" + base64(hmac("HmacSHA256", secret, body));
            return new Pushed(body, Map.of("x-twitter-webhooks-signature", signature), "");
        }
    },
    HMAC(
            "shop-chat",
            "chat",
            "platform: hmac, secret: \"${SECRET}\", header: X-Shop-Signature, algorithm: sha512, encoding: base64",
            "line-webhook") {
        @Override
        byte[] message(int number) {
            return ("{\"shop\":" + number + "}").getBytes(UTF_8);
        }

        @Override
        Pushed signed(byte[] body, String secret, Instant at) {
            return new Pushed(body, Map.of("X-Shop-Signature", base64(hmac("HmacSHA512", secret, body))), "");
        }
    },
    HMAC_TIMED(
            "desk-hook",
            "chat",
            "platform: hmac, secret: \"${SECRET}\", header: X-Desk-Signature, prefix: \"sha1=\", algorithm: sha1,"
                    + " timestampHeader: X-Desk-Time, signs: \"{timestamp}|{body}|\"",
            "line-webhook") {
        @Override
        byte[] message(int number) {
            return ("{\"desk\":" + number + "}").getBytes(UTF_8);
        }

        @Override
        Pushed signed(byte[] body, String secret, Instant at) {
            String time = String.valueOf(at.toEpochMilli());
            byte[] signed = joined((time + "|").getBytes(UTF_8), body, "|".getBytes(UTF_8));
            return new Pushed(
                    body,
                    Map.of(
                            "X-Desk-Time",
                            time,
                            "X-Desk-Signature",
                            "sha1=" + HexFormat.of().formatHex(hmac("HmacSHA1", secret, signed))),
                    "");
        }
    };

    static final String SECRET = "a secret of the test";
    static final String VERIFY_TOKEN = "a word of our own";
    static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    private final String source;
    private final String channel;
    private final String platform;
    private final String mapping;

    Sender(String source, String channel, String platform, String mapping) {
        this.source = source;
        this.channel = channel;
        this.platform = platform;
        this.mapping = mapping;
    }

    String source() {
        return source;
    }

    String definition() {
        return "source: " + source + "\nchannel: " + channel
                + "\naccount: \"gh_acme00outdoor\"\nextract: { kind: webhook, " + platform + " }\nmapping: " + mapping
                + "\n";
    }

    /** A message of this platform; another number, another message. */
    abstract byte[] message(int number);

    abstract Pushed signed(byte[] body, String secret, Instant at);

    Pushed push(int number) {
        return signed(message(number), SECRET, Instant.now());
    }

    /** Whether the signature holds for some minutes only. */
    boolean signsTheTime() {
        return this == WECHAT || this == WECHAT_ENCRYPTED || this == SLACK || this == HMAC_TIMED;
    }

    static byte[] line(int number, boolean again) {
        return ("{\"destination\":\"gh_acme00outdoor\",\"events\":[{\"type\":\"message\",\"webhookEventId\":\"01H"
                        + number
                        + "\",\"deliveryContext\":{\"isRedelivery\":" + again + "},\"timestamp\":1780000000000,"
                        + "\"source\":{\"type\":\"user\",\"userId\":\"Uanna\"},"
                        + "\"message\":{\"id\":\"" + number + "\",\"type\":\"text\",\"text\":\"Wann kommt mein Zelt? "
                        + number
                        + "\"}}]}")
                .getBytes(UTF_8);
    }

    static byte[] weChat(int number) {
        return ("<xml><ToUserName><![CDATA[gh_acme00outdoor]]></ToUserName><FromUserName><![CDATA[oXw7acme4Lin]]></FromUserName>"
                        + "<CreateTime>1777980000</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[帐篷]]></Content>"
                        + "<MsgId>736192547812034" + (1000 + number) + "</MsgId></xml>")
                .getBytes(UTF_8);
    }

    static Pushed encrypted(byte[] message, String token, Instant at, String appId) {
        String time = String.valueOf(at.getEpochSecond());
        String nonce = "n" + System.nanoTime();
        String encrypted = aes(message, appId);
        String envelope = "<xml><ToUserName><![CDATA[gh_acme00outdoor]]></ToUserName><Encrypt><![CDATA[" + encrypted
                + "]]></Encrypt></xml>";
        return new Pushed(
                envelope.getBytes(UTF_8),
                Map.of("Content-Type", "text/xml"),
                "signature=" + sha1(token, time, nonce) + "&timestamp=" + time + "&nonce=" + nonce
                        + "&encrypt_type=aes&msg_signature=" + sha1(token, time, nonce, encrypted));
    }

    private static String aes(byte[] message, String appId) {
        byte[] key = Base64.getDecoder().decode(AES_KEY + "=");
        byte[] random =
                String.format("%016d", System.nanoTime() % 1_000_000_000L).getBytes(UTF_8);
        byte[] plain =
                joined(random, ByteBuffer.allocate(4).putInt(message.length).array(), message, appId.getBytes(UTF_8));
        int fill = 32 - plain.length % 32;
        byte[] filled = Arrays.copyOf(plain, plain.length + fill);
        Arrays.fill(filled, plain.length, filled.length, (byte) fill);
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(key, 16)));
            return base64(cipher.doFinal(filled));
        } catch (GeneralSecurityException failure) {
            throw new AssertionError(failure);
        }
    }

    static String sha1(String... texts) {
        try {
            String joined = Stream.of(texts).sorted().collect(Collectors.joining());
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(joined.getBytes(UTF_8)));
        } catch (GeneralSecurityException failure) {
            throw new AssertionError(failure);
        }
    }

    static byte[] hmac(String algorithm, String secret, byte[] text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
            return mac.doFinal(text);
        } catch (GeneralSecurityException failure) {
            throw new AssertionError(failure);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Stream.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
