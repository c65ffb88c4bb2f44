package dev.tributary.definition;

import org.jspecify.annotations.Nullable;

/**
 * Who pushes to us, and by which secret we know that it is they. Every text may be <code>${NAME}</code>, and each secret has to
 * be.
 */
public sealed interface Platform {

    /** The word after {@code extract.platform}. */
    String word();

    /** @param secret the channel secret */
    record Line(String secret) implements Platform {

        @Override
        public String word() {
            return "line";
        }
    }

    /**
     * WhatsApp, Messenger, Instagram, and the feed of a Facebook page.
     *
     * @param secret the app secret
     * @param verifyToken a word of our own that Meta says when the address is entered there
     */
    record Meta(String secret, String verifyToken) implements Platform {

        @Override
        public String word() {
            return "meta";
        }
    }

    /**
     * An Official Account.
     *
     * @param encodingKey the EncodingAESKey; null in plain mode
     * @param appId to whom an encrypted message has to be addressed; null in plain mode
     */
    record WeChat(
            String token,
            @Nullable String encodingKey,
            @Nullable String appId) implements Platform {

        @Override
        public String word() {
            return "wechat";
        }
    }

    /** @param secret the signing secret */
    record Slack(String secret) implements Platform {

        @Override
        public String word() {
            return "slack";
        }
    }

    /** @param secret the consumer secret */
    record X(String secret) implements Platform {

        @Override
        public String word() {
            return "x";
        }
    }

    /**
     * Anybody who signs with an HMAC.
     *
     * @param header that holds the signature
     * @param algorithm as Java calls it, such as {@code HmacSHA256}
     * @param prefix before the signature in its header; may be empty
     * @param timestampHeader that holds the seconds or milliseconds since 1970; null where none is sent
     * @param signs what is signed: a text with <code>{body}</code> in it, and <code>{timestamp}</code> where there is one
     */
    record Hmac(
            String secret,
            String header,
            String algorithm,
            Encoding encoding,
            String prefix,
            @Nullable String timestampHeader,
            String signs)
            implements Platform {

        public static final String BODY = "{body}";
        public static final String TIMESTAMP = "{timestamp}";

        @Override
        public String word() {
            return "hmac";
        }
    }

    /** How the bytes of a signature are written. */
    enum Encoding {
        HEX,
        BASE64
    }
}
