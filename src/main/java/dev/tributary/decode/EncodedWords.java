package dev.tributary.decode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.Base64InputStream;

/**
 * Decodes {@code =?utf-8?Q?M=C3=BCller?=} (RFC 2047). Neighbours of one charset are decoded together: many programs cut
 * words in the middle of a character, which the library takes for a wrong one.
 */
final class EncodedWords {

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]{1,60}+)\\?([bBqQ])\\?([^?]*+)\\?=");

    /** Some programs put encoded words in quotation marks, against RFC 2047. */
    private static final Pattern IN_QUOTES = Pattern.compile("\"\\s*+(=\\?[^\"]*\\?=)\\s*+\"");

    private EncodedWords() {}

    /** Decodes words into quoted strings, for what they hold may be punctuation to the parser that reads the text next. */
    static String quoted(String text) {
        String bare = IN_QUOTES.matcher(text).replaceAll("$1");
        return decode(bare, word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }

    static String decode(String text) {
        return decode(text, UnaryOperator.identity());
    }

    /** Decodes each run of words into what the operator makes of it. */
    static String decode(String text, UnaryOperator<String> each) {
        if (!text.contains("=?")) {
            return text;
        }
        StringBuilder decoded = new StringBuilder();
        StringBuilder run = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = "";
        int end = 0;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            boolean neighbour = end > 0 && text.substring(end, word.start()).isBlank();
            String named = word.group(1).replaceFirst("\\*.*", "").toLowerCase(Locale.ROOT);
            if (!neighbour || !named.equals(charset)) {
                run.append(MailText.decode(bytes.toByteArray(), charset));
                bytes.reset();
            }
            if (!neighbour) {
                flush(run, decoded, each);
                decoded.append(text, end, word.start());
            }
            charset = named;
            bytes.writeBytes(bytes(word.group(2), word.group(3)));
            end = word.end();
        }
        run.append(MailText.decode(bytes.toByteArray(), charset));
        flush(run, decoded, each);
        return decoded.append(text, end, text.length()).toString();
    }

    private static void flush(StringBuilder run, StringBuilder decoded, UnaryOperator<String> each) {
        if (run.length() > 0) {
            decoded.append(each.apply(run.toString()));
            run.setLength(0);
        }
    }

    private static byte[] bytes(String encoding, String word) {
        byte[] raw = word.getBytes(StandardCharsets.ISO_8859_1);
        return encoding.equalsIgnoreCase("b") ? base64(raw) : quoted(raw);
    }

    private static byte[] base64(byte[] raw) {
        try (Base64InputStream in = new Base64InputStream(new ByteArrayInputStream(raw), false)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] quoted(byte[] raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length; i++) {
            int high = raw[i] == '=' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
            if (low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(raw[i] == '_' ? ' ' : raw[i]);
            }
        }
        return bytes.toByteArray();
    }
}
