package dev.tributary.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the comment at the top of a mapping says of its channel. Each text is empty where the comment does not say.
 *
 * @param title the payloads that it maps: all that stands above the first empty line
 * @param waysIn the kinds of extract that bring them
 * @param author what is known of who wrote
 * @param threads what ties messages to each other
 * @param editsAndDeletes how they arrive
 */
public record MappingHeader(
        String title, String waysIn, String author, String threads, String editsAndDeletes, String attachments) {

    private static final Pattern COMMENT = Pattern.compile("\\A\\s*/\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile(" ([A-Z][A-Za-z ]{2,30}):(?: (.*))?");
    private static final String CONTINUATION = "   ";

    /** Reads the header of a mapping's text. */
    static MappingHeader of(String mapping) {
        Matcher comment = COMMENT.matcher(mapping);
        List<String> lines = (comment.find() ? comment.group(1) : "")
                .lines()
                .map(line -> line.replaceFirst("^\\s*\\*", ""))
                .dropWhile(String::isBlank)
                .toList();
        Predicate<String> filled = line -> !line.isBlank();
        String title = lines.stream().takeWhile(filled).map(String::strip).collect(Collectors.joining(" "));
        Map<String, String> texts = texts(lines.stream().dropWhile(filled).toList());
        return new MappingHeader(
                title,
                texts.getOrDefault("Ways in", ""),
                texts.getOrDefault("Author", ""),
                texts.getOrDefault("Threads", ""),
                texts.getOrDefault("Edits and deletes", ""),
                texts.getOrDefault("Attachments", ""));
    }

    /** The first sentence of each text, without its full stop: what a table has room for. */
    public MappingHeader inShort() {
        return new MappingHeader(
                firstSentence(title),
                firstSentence(waysIn),
                firstSentence(author),
                firstSentence(threads),
                firstSentence(editsAndDeletes),
                firstSentence(attachments));
    }

    private static Map<String, String> texts(List<String> lines) {
        Map<String, String> texts = new HashMap<>();
        String key = "";
        for (String line : lines) {
            Matcher keyed = KEY.matcher(line);
            if (keyed.matches()) {
                key = keyed.group(1);
                texts.put(key, keyed.group(2) == null ? "" : keyed.group(2).strip());
            } else if (line.startsWith(CONTINUATION)) {
                texts.computeIfPresent(key, (same, text) -> (text + " " + line.strip()).strip());
            } else {
                key = "";
            }
        }
        return texts;
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        String first = end < 0 ? text : text.substring(0, end);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }
}
