package dev.tributary.extract;

import java.util.regex.Pattern;

/** What a message may quote of a foreign error: codes, but no sentences, for those may hold names, addresses or secrets. */
final class ShortCode {

    private static final Pattern CODE = Pattern.compile("-?[A-Za-z0-9][A-Za-z0-9_.-]{0,39}");

    private ShortCode() {}

    static String of(String text) {
        return CODE.matcher(text).matches() ? text : "an error without a short code";
    }
}
