package dev.tributary.decode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A feed in JSON Feed 1.0 or 1.1 (jsonfeed.org), with its entries in the shape of {@link FeedEntry}. */
final class JsonFeed {

    private JsonFeed() {}

    static boolean is(byte[] bytes) throws IOException {
        return FeedText.of(bytes).startsWith("{");
    }

    static List<Map<String, Object>> entries(@Nullable Payload whole) throws Broken {
        if (whole instanceof Payload.Unreadable unreadable) {
            throw Broken.unreadable(unreadable.reason());
        }
        if (!(whole instanceof Payload.Readable readable)
                || !(readable.content() instanceof Map<?, ?> feed)
                || !String.valueOf(feed.get("version")).contains("jsonfeed.org/version/")) {
            throw Broken.unreadable("it is JSON, but no JSON Feed; see whether it is a feed at all");
        }
        Map<String, Object> head = head(feed);
        return list(feed.get("items")).stream()
                .map(item -> entry(head, feed, item))
                .toList();
    }

    private static Map<String, Object> head(Map<?, ?> feed) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("type", "json_feed");
        copy(feed, "feed_url", head, "id");
        copy(feed, "title", head, "title");
        copy(feed, "home_page_url", head, "link");
        copy(feed, "next_url", head, "next");
        copy(feed, "language", head, "language");
        copy(feed, "description", head, "description");
        FeedValues.putAll(head, "authors", authors(feed));
        return head;
    }

    private static Map<String, Object> entry(Map<String, Object> head, Map<?, ?> feed, Map<?, ?> item) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("feed", head);
        copy(item, "id", entry, "id");
        copy(item, "title", entry, "title");
        copy(item, "url", entry, "link");
        copy(item, "external_url", entry, "externalLink");
        List<Map<String, Object>> authors = authors(item);
        FeedValues.putAll(entry, "authors", authors.isEmpty() ? authors(feed) : authors);
        copy(item, "date_published", entry, "published");
        copy(item, "date_modified", entry, "updated");
        content(item, "summary", "text").ifPresent(summary -> entry.put("summary", summary));
        content(item, "content_html", "html")
                .or(() -> content(item, "content_text", "text"))
                .ifPresent(content -> entry.put("content", content));
        copy(item, "language", entry, "language");
        FeedValues.putAll(entry, "categories", categories(item));
        FeedValues.putAll(
                entry,
                "enclosures",
                list(item.get("attachments")).stream().map(JsonFeed::enclosure).toList());
        return entry;
    }

    /** Version 1.0 has one author, 1.1 a list. */
    private static List<Map<String, Object>> authors(Map<?, ?> of) {
        List<Map<?, ?>> people = list(of.get("authors"));
        if (people.isEmpty() && of.get("author") instanceof Map<?, ?> only) {
            people = List.of(only);
        }
        return people.stream().map(JsonFeed::person).toList();
    }

    private static Map<String, Object> person(Map<?, ?> author) {
        Map<String, Object> person = new LinkedHashMap<>();
        copy(author, "name", person, "name");
        copy(author, "url", person, "uri");
        return person;
    }

    private static List<Map<String, Object>> categories(Map<?, ?> item) {
        return item.get("tags") instanceof List<?> tags
                ? tags.stream()
                        .map(tag -> Map.<String, Object>of("name", String.valueOf(tag)))
                        .toList()
                : List.of();
    }

    private static Map<String, Object> enclosure(Map<?, ?> attachment) {
        Map<String, Object> enclosure = new LinkedHashMap<>();
        copy(attachment, "url", enclosure, "url");
        copy(attachment, "mime_type", enclosure, "type");
        copy(attachment, "title", enclosure, "title");
        if (attachment.get("size_in_bytes") instanceof Number length) {
            enclosure.put("length", length);
        }
        return enclosure;
    }

    private static Optional<Map<String, Object>> content(Map<?, ?> item, String key, String type) {
        return item.get(key) instanceof String text && !text.isBlank()
                ? Optional.of(Map.of("type", type, "value", text))
                : Optional.empty();
    }

    private static void copy(Map<?, ?> from, String key, Map<String, Object> to, String name) {
        Object value = from.get(key);
        if (value instanceof String || value instanceof Number) {
            FeedValues.put(to, name, String.valueOf(value));
        }
    }

    private static List<Map<?, ?>> list(@Nullable Object value) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (value instanceof List<?> items) {
            items.forEach(item -> {
                if (item instanceof Map<?, ?> map) {
                    maps.add(map);
                }
            });
        }
        return maps;
    }
}
