package dev.tributary.definition;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What <code>${NAME}</code> in a definition says, and where there has to be one. */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^${}]+}");
    private static final List<String> SECRET_WORDS =
            List.of("authorization", "cookie", "password", "secret", "token", "apikey", "accesskey", "signature");

    private Placeholders() {}

    /** Notes a secret that stands in the file itself. */
    static String secret(Section section, String key) {
        String value = section.text(key, "\"${NAME}\"");
        if (!value.isEmpty() && !PLACEHOLDER.matcher(value).find()) {
            section.problem(
                    key,
                    "holds a secret itself",
                    "write \"${NAME}\" and put the secret into the environment variable NAME");
        }
        return value;
    }

    /** Notes a header or parameter that by its name carries a secret, and by its value shows it. */
    static void refuseSecret(Section section, String name, String value) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
        boolean secret = SECRET_WORDS.stream().anyMatch(plain::contains);
        if (secret && !PLACEHOLDER.matcher(value).find()) {
            section.problem(
                    name,
                    "holds a secret itself",
                    "write \"${NAME}\" and put the secret into the environment variable NAME");
        }
    }

    /** The text as it may look once every placeholder is looked up. */
    static String filled(String text) {
        return PLACEHOLDER.matcher(text).replaceAll("x");
    }
}
