package dev.tributary.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code extract} of a source of {@code kind: webhook}. */
final class WebhookReader {

    private static final List<String> PLATFORMS = List.of("line", "meta", "wechat", "slack", "x", "hmac");
    private static final Map<String, String> ALGORITHMS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha512", "HmacSHA512");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final String SECRET = "secret";

    private WebhookReader() {}

    /** Of an unknown platform nothing more can be said: which keys are right depends on it. */
    static Optional<Extract> read(Section extract) {
        Optional<Function<Section, Platform>> reader = switch (extract.oneOf("platform", PLATFORMS)) {
            case "line" -> Optional.of(it -> new Platform.Line(Placeholders.secret(it, SECRET)));
            case "meta" -> Optional.of(WebhookReader::meta);
            case "wechat" -> Optional.of(WebhookReader::weChat);
            case "slack" -> Optional.of(it -> new Platform.Slack(Placeholders.secret(it, SECRET)));
            case "x" -> Optional.of(it -> new Platform.X(Placeholders.secret(it, SECRET)));
            case "hmac" -> Optional.of(WebhookReader::hmac);
            default -> Optional.empty();
        };
        return reader.map(it -> it.apply(extract)).map(platform -> {
            extract.refuseOthers();
            return new WebhookExtract(platform);
        });
    }

    private static Platform meta(Section extract) {
        String secret = Placeholders.secret(extract, SECRET);
        return new Platform.Meta(secret, Placeholders.secret(extract, "verifyToken"));
    }

    private static Platform weChat(Section extract) {
        String token = Placeholders.secret(extract, "token");
        boolean encrypted = extract.has("encodingKey");
        String key = encrypted ? Placeholders.secret(extract, "encodingKey") : null;
        Optional<String> appId = extract.optional("appId", "wx1234567890abcdef");
        if (encrypted && appId.isEmpty() && !extract.has("appId")) {
            extract.problem(
                    "appId",
                    "is missing beside encodingKey",
                    "write appId: and the AppID of the account, which an encrypted message has to name");
        }
        return new Platform.WeChat(token, key, appId.orElse(null));
    }

    private static Platform hmac(Section extract) {
        String secret = Placeholders.secret(extract, SECRET);
        String header = header(extract, "header", extract.text("header", "X-Signature"));
        String algorithm =
                extract.has("algorithm") ? extract.oneOf("algorithm", List.of("sha256", "sha1", "sha512")) : "sha256";
        boolean base64 = extract.has("encoding")
                && extract.oneOf("encoding", List.of("hex", "base64")).equals("base64");
        String prefix = extract.optional("prefix", "\"sha256=\"").orElse("");
        String timestamp = extract.optional("timestampHeader", "X-Timestamp")
                .map(name -> header(extract, "timestampHeader", name))
                .orElse(null);
        return new Platform.Hmac(
                secret,
                header,
                ALGORITHMS.getOrDefault(algorithm, algorithm),
                base64 ? Platform.Encoding.BASE64 : Platform.Encoding.HEX,
                prefix,
                timestamp,
                signs(extract, timestamp));
    }

    private static String header(Section extract, String key, String name) {
        if (!name.isEmpty() && !HEADER.matcher(name).matches()) {
            extract.problem(key, "'" + name + "' is no name of a header", "use the name that the sender documents");
        }
        return name;
    }

    /** A time that is not signed proves nothing: whoever sends a request again writes another. */
    private static String signs(Section extract, @Nullable String timestampHeader) {
        String usual =
                timestampHeader == null ? Platform.Hmac.BODY : Platform.Hmac.TIMESTAMP + "." + Platform.Hmac.BODY;
        String signs = extract.optional("signs", '"' + usual + '"').orElse(usual);
        boolean timed = signs.contains(Platform.Hmac.TIMESTAMP);
        if (signs.split(Pattern.quote(Platform.Hmac.BODY), -1).length != 2 || timed != (timestampHeader != null)) {
            extract.problem(
                    "signs",
                    "'" + signs + "' cannot be checked",
                    "let it hold {body} once, and {timestamp} if and only if timestampHeader is given");
        }
        return signs;
    }
}
