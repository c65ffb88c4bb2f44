package dev.tributary.decode;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndPerson;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** The values of a feed as a payload has them; what is not there is left out. */
final class FeedValues {

    static final List<String> PUBLISHED =
            List.of("atom:published", "issued", "pubDate", "dc:date", "dcterms:issued", "created", "dcterms:created");
    static final List<String> UPDATED = List.of("atom:updated", "modified", "lastBuildDate", "dcterms:modified");

    private FeedValues() {}

    static void put(Map<String, Object> target, String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            target.put(name, text.strip());
        }
    }

    static void putAll(Map<String, Object> target, String name, Collection<?> values) {
        if (!values.isEmpty()) {
            target.put(name, values);
        }
    }

    /** ISO where it is a date, with the offset that was written; else the text itself, for a person to see what came. */
    static @Nullable String date(Element element, List<String> names) {
        return names.stream()
                .flatMap(name -> element.getChildren().stream()
                        .filter(child -> FeedNames.of(child).equals(name)))
                .map(child -> child.getText().strip())
                .filter(text -> !text.isEmpty())
                .map(FeedValues::date)
                .findFirst()
                .orElse(null);
    }

    /** RFC 822 as mails have it. What begins with the year is ISO already. */
    private static String date(String text) {
        return text.matches("(?s)\\d{4}-.*") ? text : MailDate.parse(text).orElse(text);
    }

    static List<Map<String, Object>> links(List<SyndLink> links, FeedAnchor base) {
        return links.stream().map(link -> link(link, base)).toList();
    }

    private static Map<String, Object> link(SyndLink link, FeedAnchor base) {
        Map<String, Object> content = new LinkedHashMap<>();
        put(content, "rel", link.getRel());
        put(content, "href", base.resolve(link.getHref()));
        put(content, "type", link.getType());
        put(content, "title", link.getTitle());
        return content;
    }

    static List<Map<String, Object>> people(List<SyndPerson> people, FeedAnchor base) {
        return people.stream()
                .map(person -> person(person.getName(), person.getEmail(), base.resolve(person.getUri())))
                .filter(person -> !person.isEmpty())
                .toList();
    }

    static Map<String, Object> person(@Nullable String name, @Nullable String email, @Nullable String uri) {
        Map<String, Object> content = new LinkedHashMap<>();
        put(content, "name", name);
        put(content, "email", email);
        put(content, "uri", uri);
        return content;
    }

    /** Its type is {@code text} or {@code html}; absent where the format does not say which. */
    static void putContent(Map<String, Object> target, String name, @Nullable SyndContent content) {
        if (content != null && content.getValue() != null && !content.getValue().isBlank()) {
            Map<String, Object> typed = new LinkedHashMap<>();
            put(typed, "type", type(content.getType()));
            typed.put("value", content.getValue());
            target.put(name, typed);
        }
    }

    static @Nullable String type(@Nullable String type) {
        if (type == null) {
            return null;
        }
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.contains("html") ? "html" : lower.contains("text") ? "text" : lower;
    }
}
