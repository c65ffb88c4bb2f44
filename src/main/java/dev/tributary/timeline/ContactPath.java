package dev.tributary.timeline;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/**
 * Where a contact's page lies. Thread-safe. Servers refuse some characters within a path even where they are escaped: they are written
 * {@code ~2F}.
 */
public final class ContactPath {

    private static final Pattern REFUSED = Pattern.compile("[/\\\\%;~\\p{Cntrl}]|^\\.+$");
    private static final Pattern WRITTEN = Pattern.compile("~([0-9A-F]{2})");

    private ContactPath() {}

    /** @param id the CRM's */
    public static String of(String id) {
        return "/contacts/" + segment(id);
    }

    /** @param id the CRM's, as it stands in a path */
    public static String segment(String id) {
        String written = REFUSED.matcher(id).replaceAll(found -> hex(found.group()));
        return UriUtils.encodePathSegment(written, StandardCharsets.UTF_8);
    }

    /** The id that stands in a path, which has been decoded already. */
    public static String id(String segment) {
        return WRITTEN.matcher(segment)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    private static String hex(String refused) {
        StringBuilder hex = new StringBuilder();
        refused.chars().forEach(it -> hex.append('~').append(String.format(Locale.ROOT, "%02X", it)));
        return hex.toString();
    }
}
