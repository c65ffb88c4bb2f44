package dev.tributary.access;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose pages may show ours inside.
 *
 * @param frameAncestors origins such as {@code https://crm.example} or {@code https://*.crm.example}; {@code self} is our own
 */
@ConfigurationProperties("tributary.console.embed")
record EmbedSettings(@DefaultValue("self") List<String> frameAncestors) {

    private static final Pattern ORIGIN =
            Pattern.compile("https?://(\\*\\.)?[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?(:[0-9]{1,5})?");

    EmbedSettings {
        for (String origin : frameAncestors) {
            if (!origin.equals("self") && !ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        "tributary.console.embed.frame-ancestors needs origins such as https://crm.example, without a path");
            }
        }
        frameAncestors = List.copyOf(frameAncestors);
    }

    /** As a content security policy says it. */
    String directive() {
        List<String> sources = frameAncestors.stream()
                .map(origin -> origin.equals("self") ? "'self'" : origin)
                .toList();
        return "frame-ancestors " + (sources.isEmpty() ? "'none'" : String.join(" ", sources));
    }
}
