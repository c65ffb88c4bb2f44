package dev.tributary.decode;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * What relative addresses of a feed are relative to: {@code xml:base}, else the address that the feed calls its own.
 *
 * @param address absolute; null where the feed tells none, and then its relative addresses stay as they are
 */
record FeedAnchor(@Nullable URI address) {

    static FeedAnchor of(SyndFeed feed, Element root) {
        Stream<String> links = feed.getLinks().stream()
                .filter(link -> "self".equals(link.getRel()))
                .map(SyndLink::getHref);
        return new FeedAnchor(Stream.of(
                        Stream.ofNullable(root.getAttributeValue("base", Namespace.XML_NAMESPACE)),
                        links,
                        Stream.ofNullable(feed.getLink()))
                .flatMap(it -> it)
                .flatMap(link -> parsed(link).stream())
                .filter(URI::isAbsolute)
                .findFirst()
                .orElse(null));
    }

    @Nullable
    String resolve(@Nullable String link) {
        if (link == null || address == null) {
            return link;
        }
        return parsed(link)
                .filter(it -> !it.isAbsolute() && !it.toString().isEmpty())
                .map(it -> address.resolve(it).toString())
                .orElse(link);
    }

    private static Optional<URI> parsed(String link) {
        try {
            return Optional.of(URI.create(link.strip()));
        } catch (IllegalArgumentException noUri) {
            return Optional.empty();
        }
    }
}
