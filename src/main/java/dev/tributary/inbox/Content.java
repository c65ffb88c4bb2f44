package dev.tributary.inbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a delivery lands as. JSON and XML stay byte by byte what they are. Of a form, which nothing behind the inbox reads, a JSON
 * object of its fields is made; a field that is there several times becomes a list. Anything else lands too, and is quarantined.
 *
 * @param name its ending tells the format
 */
record Content(byte[] bytes, String name) {

    private static final Pattern FORM = Pattern.compile("[^\\s&=<>\"{}]+=[^\\s<>\"{}]*");
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** By its own look, for the content type is what somebody says. */
    static Content of(byte[] body) {
        return switch (firstLetter(body)) {
            case '{', '[' -> new Content(body, "webhook.json");
            case '<' -> new Content(body, "webhook.xml");
            default -> ofForm(body);
        };
    }

    private static char firstLetter(byte[] body) {
        boolean marked = body.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(body, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        for (int at = marked ? BYTE_ORDER_MARK.length : 0; at < body.length; at++) {
            if (body[at] < 0 || body[at] > ' ') {
                return (char) (body[at] & 0xFF);
            }
        }
        return ' ';
    }

    private static Content ofForm(byte[] body) {
        String text = new String(body, StandardCharsets.US_ASCII);
        Content asItIs = new Content(body, "webhook.txt");
        if (!FORM.matcher(text).matches()) {
            return asItIs;
        }
        try {
            return new Content(JsonBody.JSON.writeValueAsBytes(fields(text)), "webhook.json");
        } catch (IllegalArgumentException notEncoded) {
            return asItIs;
        }
    }

    private static Map<String, Object> fields(String form) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            fields.computeIfAbsent(name, it -> new ArrayList<>())
                    .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        Map<String, Object> object = new LinkedHashMap<>();
        fields.forEach((name, values) -> object.put(name, values.size() == 1 ? values.get(0) : values));
        return object;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
