package dev.tributary.extract;

import java.net.http.HttpHeaders;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of a feed as it was read last: {@code ETag}, {@code Last-Modified} and the hash of its bytes, for servers that
 * give neither; the text of the source's cursor.
 */
record FeedPosition(Map<String, String> known) {

    private static final String ETAG = "etag";
    private static final String MODIFIED = "lastModified";
    private static final String HASH = "sha256";
    private static final int LONGEST = 300;
    private static final JsonMapper JSON = new JsonMapper();

    /** Nothing, where the text is none of these: then the source was of another kind before. */
    static FeedPosition of(Optional<String> cursor) {
        try {
            return new FeedPosition(JSON.readValue(cursor.orElse("{}"), new TypeReference<Map<String, String>>() {}));
        } catch (JacksonException otherCursor) {
            return new FeedPosition(Map.of());
        }
    }

    static FeedPosition of(HttpHeaders headers, byte[] body) {
        Map<String, String> known = new LinkedHashMap<>();
        headers.firstValue("ETag").filter(FeedPosition::canBeKept).ifPresent(etag -> known.put(ETAG, etag));
        headers.firstValue("Last-Modified")
                .filter(FeedPosition::canBeKept)
                .ifPresent(date -> known.put(MODIFIED, date));
        known.put(HASH, hash(body));
        return new FeedPosition(known);
    }

    private static boolean canBeKept(String value) {
        return value.length() <= LONGEST && value.chars().allMatch(c -> c >= ' ' && c < 0x7F);
    }

    /** The headers that ask for the feed only if it has changed. */
    Map<String, String> conditions() {
        Map<String, String> headers = new HashMap<>();
        Optional.ofNullable(known.get(ETAG)).ifPresent(etag -> headers.put("If-None-Match", etag));
        Optional.ofNullable(known.get(MODIFIED)).ifPresent(date -> headers.put("If-Modified-Since", date));
        return headers;
    }

    boolean isOfTheSameBytes(FeedPosition other) {
        return known.containsKey(HASH) && known.get(HASH).equals(other.known.get(HASH));
    }

    String text() {
        return JSON.writeValueAsString(known);
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
