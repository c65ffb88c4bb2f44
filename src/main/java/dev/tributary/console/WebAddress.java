package dev.tributary.console;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address that somebody may be led to: of http or https, with a host, and without a name before it, which would hide the host.
 *
 * @param host in ASCII: letters of other scripts that look like these are seen
 */
record WebAddress(String href, String host) {

    private static final Pattern WEB = Pattern.compile("https?://[^/?#]", Pattern.CASE_INSENSITIVE);

    /** Empty where the text is none that anybody should be led to. */
    static Optional<WebAddress> of(@Nullable String text) {
        if (text == null || !WEB.matcher(text).lookingAt()) {
            return Optional.empty();
        }
        try {
            int begin = text.indexOf("://") + 3;
            int end = end(text, begin);
            String host = IDN.toASCII(text.substring(begin, end)).toLowerCase(Locale.ROOT);
            URI uri = new URI(text.substring(0, begin).toLowerCase(Locale.ROOT) + host + escaped(text.substring(end)));
            return uri.getHost() != null && uri.getRawUserInfo() == null
                    ? Optional.of(new WebAddress(uri.toASCIIString(), uri.getHost()))
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static int end(String text, int begin) {
        int end = begin;
        while (end < text.length() && "/?#:\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** What people leave as it is in an address and a URI does not allow. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            if ("\"<>\\^`{|}[]".indexOf(c) >= 0) {
                escaped.append('%').append(String.format("%02X", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
