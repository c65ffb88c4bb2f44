package dev.tributary.decode;

import java.util.Map;
import java.util.stream.Collectors;
import org.jdom2.Element;

/** Names of a feed's extensions with the prefixes that everybody knows, whichever the feed itself writes. */
final class FeedNames {

    static final String ATOM = "http://www.w3.org/2005/Atom";
    static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

    static final Map<String, String> BY_PREFIX = Map.ofEntries(
            Map.entry("atom", ATOM),
            Map.entry("dc", DUBLIN_CORE),
            Map.entry("content", "http://purl.org/rss/1.0/modules/content/"),
            Map.entry("thr", "http://purl.org/syndication/thread/1.0"),
            Map.entry("slash", "http://purl.org/rss/1.0/modules/slash/"),
            Map.entry("wfw", "http://wellformedweb.org/CommentAPI/"),
            Map.entry("media", "http://search.yahoo.com/mrss/"),
            Map.entry("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
            Map.entry("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"),
            Map.entry("yt", "http://www.youtube.com/xml/schemas/2015"),
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("sy", "http://purl.org/rss/1.0/modules/syndication/"),
            Map.entry("dcterms", "http://purl.org/dc/terms/"),
            Map.entry("georss", "http://www.georss.org/georss"));

    private static final Map<String, String> BY_NAMESPACE =
            BY_PREFIX.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private FeedNames() {}

    static String of(Element element) {
        return name(element.getNamespaceURI(), element.getNamespacePrefix(), element.getName());
    }

    static String name(String namespace, String prefix, String name) {
        String known = BY_NAMESPACE.getOrDefault(namespace, prefix);
        return known.isEmpty() ? name : known + ":" + name;
    }
}
