package dev.tributary.decode;

import com.rometools.rome.feed.synd.SyndFeed;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** What a feed says of itself. */
final class FeedHead {

    private final SyndFeed feed;
    private final Element root;
    private final Element element;
    private final FeedAnchor base;

    FeedHead(FeedDocument document) {
        this.feed = document.feed();
        this.base = document.base();
        this.root = document.root();
        this.element = channelOf(root);
    }

    private static Element channelOf(Element root) {
        return root.getChildren().stream()
                .filter(child -> child.getName().equals("channel"))
                .findFirst()
                .orElse(root);
    }

    Map<String, Object> content() {
        Map<String, Object> head = new LinkedHashMap<>();
        FeedValues.put(head, "type", feed.getFeedType());
        FeedValues.put(head, "id", feed.getUri());
        FeedValues.put(head, "title", feed.getTitle());
        FeedValues.put(head, "link", base.resolve(feed.getLink()));
        FeedValues.putAll(head, "links", FeedValues.links(feed.getLinks(), base));
        FeedValues.put(
                head,
                "language",
                feed.getLanguage() == null
                        ? root.getAttributeValue("lang", Namespace.XML_NAMESPACE)
                        : feed.getLanguage());
        FeedValues.put(head, "description", feed.getDescription());
        FeedValues.put(head, "published", FeedValues.date(element, FeedValues.PUBLISHED));
        FeedValues.put(head, "updated", FeedValues.date(element, FeedValues.UPDATED));
        FeedValues.putAll(head, "authors", FeedValues.people(feed.getAuthors(), base));
        feed.getForeignMarkup().forEach(extension -> FeedMarkup.add(head, extension));
        return head;
    }
}
