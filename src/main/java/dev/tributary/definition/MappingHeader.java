package dev.tributary.definition;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the comment at the top of a mapping says of its channel. Each text is empty where the comment does not say.
 *
 * @param title the payloads that it maps
 * @param waysIn the kinds of extract that bring them
 * @param author what is known of who wrote
 * @param threads what ties messages to each other
 * @param editsAndDeletes how they arrive
 */
public record MappingHeader(
        String title, String waysIn, String author, String threads, String editsAndDeletes, String attachments) {

    private static final Pattern COMMENT = Pattern.compile("\\A\\s*/\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("([A-Z][A-Za-z ]{2,30}):(?: (.*))?");

    /** Reads the header of a mapping's text. */
    static MappingHeader of(String mapping) {
        Matcher comment = COMMENT.matcher(mapping);
        Map<String, String> texts = new HashMap<>();
        String key = "";
        for (String line : comment.find() ? comment.group(1).split("\n") : new String[0]) {
            String text = line.replaceFirst("^\\s*\\*", "");
            Matcher keyed = KEY.matcher(text.strip());
            if (keyed.matches() && text.startsWith(" ") && !text.startsWith("  ")) {
                key = keyed.group(1);
                texts.put(key, keyed.group(2) == null ? "" : keyed.group(2).strip());
            } else if (text.isBlank()) {
                key = texts.containsKey("") ? "none" : "";
            } else if (!key.equals("none") && (key.isEmpty() || text.startsWith("   "))) {
                texts.merge(key, text.strip(), (one, more) -> one + " " + more);
            }
        }
        return new MappingHeader(
                texts.getOrDefault("", ""),
                texts.getOrDefault("Ways in", ""),
                texts.getOrDefault("Author", ""),
                texts.getOrDefault("Threads", ""),
                texts.getOrDefault("Edits and deletes", ""),
                texts.getOrDefault("Attachments", ""));
    }
}
