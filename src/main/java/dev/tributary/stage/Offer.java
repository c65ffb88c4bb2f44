package dev.tributary.stage;

import dev.tributary.interaction.NaturalKey;
import dev.tributary.interaction.PhoneNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A link or number that was made for one message alone. Whoever offers it writes a whole link; a telephone system that tells which
 * one was used often knows its last part only: that part is the key, where it is long enough to be a token.
 */
record Offer(String text, NaturalKey key) {

    private static final int LONGEST = 500;

    /** The last part of a link's path, without what may follow it. */
    private static final Pattern TOKEN = Pattern.compile("https?://[^?#]*/([A-Za-z0-9_.~-]{8,190})/?(?:[?#].*)?");

    /** @param region two letters, for numbers without a country code; null where the source names none */
    static Offer of(String text, @Nullable String region) {
        String stripped = text.strip();
        return new Offer(Texts.cut(stripped, LONGEST), NaturalKey.of("offer", known(stripped, region)));
    }

    private static String known(String text, @Nullable String region) {
        Matcher link = TOKEN.matcher(text);
        if (link.matches()) {
            return link.group(1);
        }
        return PhoneNumber.parse(text, region).map(PhoneNumber::e164).orElse(text);
    }
}
