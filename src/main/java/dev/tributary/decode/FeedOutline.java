package dev.tributary.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of an answer before it is taken for a feed.
 *
 * @param problem why it is none that can be read, and what to do, without any of its content; null where it can be read
 * @param next the address of the page with older entries, as it is written (RFC 5005, JSON Feed); null where there is none
 */
public record FeedOutline(
        @Nullable String problem, @Nullable String next) {

    public static FeedOutline of(byte[] bytes, DecodeLimits limits) {
        try {
            FirstBytes.of(new ByteArrayInputStream(bytes)).expect(Format.FEED);
            return new FeedOutline(null, JsonFeed.is(bytes) ? ofJson(bytes, limits) : ofXml(bytes, limits));
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            return new FeedOutline(Broken.of(unreadable).getMessage(), null);
        }
    }

    private static @Nullable String ofXml(byte[] bytes, DecodeLimits limits) throws IOException {
        FeedDocument document = FeedDocument.of(bytes, limits);
        document.entries(Map.of());
        return document.next().orElse(null);
    }

    private static @Nullable String ofJson(byte[] bytes, DecodeLimits limits) throws IOException {
        Source source = new Source("feed.json", new ByteArrayInputStream(bytes), null, Path.of(""));
        try (Records json = JsonRecords.ofJson(source, DecodeOptions.DEFAULT.within(limits))) {
            Payload whole = json.next();
            List<Map<String, Object>> entries = JsonFeed.entries(whole);
            Object head = entries.isEmpty() ? Map.of() : entries.get(0).get("feed");
            return head instanceof Map<?, ?> feed && feed.get("next") instanceof String next ? next : null;
        }
    }
}
