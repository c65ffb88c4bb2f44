package dev.tributary.decode;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed. Its content is {@code feed} (what the feed says of itself), {@code id}, {@code isPermaLink},
 * {@code title}, {@code titleType}, {@code link}, {@code links}, {@code authors}, {@code published}, {@code updated},
 * {@code summary}, {@code content}, {@code categories}, {@code comments}, {@code enclosures}, and each extension under its
 * usual name, such as {@code thr:in-reply-to}, {@code slash:comments} or {@code media:group}.
 *
 * @param element the entry itself, for what the library changes: ids, which it normalises, and dates, which it drops where it
 *     cannot read them
 */
record FeedEntry(SyndEntry entry, Element element, FeedAnchor base) {

    Map<String, Object> content(Map<String, Object> head) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("feed", head);
        identify(content);
        titles(content);
        FeedValues.putAll(content, "authors", authors());
        FeedValues.putAll(content, "contributors", FeedValues.people(entry.getContributors(), base));
        FeedValues.put(content, "published", FeedValues.date(element, FeedValues.PUBLISHED));
        FeedValues.put(content, "updated", FeedValues.date(element, FeedValues.UPDATED));
        FeedValues.putContent(content, "summary", entry.getDescription());
        FeedValues.putContent(
                content, "content", entry.getContents().stream().findFirst().orElse(null));
        FeedValues.putAll(
                content,
                "categories",
                entry.getCategories().stream().map(FeedEntry::category).toList());
        FeedValues.put(content, "comments", entry.getComments());
        FeedValues.putAll(
                content,
                "enclosures",
                entry.getEnclosures().stream().map(FeedEntry::enclosure).toList());
        entry.getForeignMarkup().forEach(extension -> FeedMarkup.add(content, extension));
        return content;
    }

    private void identify(Map<String, Object> content) {
        Element guid = child("guid");
        Element id = guid == null ? child("id") : guid;
        if (id != null) {
            FeedValues.put(content, "id", id.getText());
            if (guid != null) {
                content.put("isPermaLink", !"false".equalsIgnoreCase(guid.getAttributeValue("isPermaLink")));
            }
        } else {
            FeedValues.put(content, "id", about());
        }
    }

    private void titles(Map<String, Object> content) {
        SyndContent title = entry.getTitleEx();
        if (title != null) {
            FeedValues.put(content, "title", title.getValue());
            FeedValues.put(content, "titleType", FeedValues.type(title.getType()));
        }
        FeedValues.put(content, "link", base.resolve(link()));
        FeedValues.putAll(content, "links", FeedValues.links(entry.getLinks(), base));
    }

    /** A guid that calls itself a link, but is none, stands for no address. */
    private @Nullable String link() {
        Element own = child("link");
        Element atom = child("link", FeedNames.ATOM);
        if (own == null && atom != null) {
            return atom.getAttributeValue("href");
        }
        String link = entry.getLink();
        return own != null || (link != null && link.startsWith("http")) ? link : null;
    }

    /** RSS 1.0 names an item by an attribute. */
    private @Nullable String about() {
        return element.getAttributes().stream()
                .filter(attribute -> attribute.getName().equals("about"))
                .map(Attribute::getValue)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Element child(String name) {
        return child(name, element.getNamespaceURI());
    }

    private @Nullable Element child(String name, String namespace) {
        return element.getChild(name, Namespace.getNamespace(namespace));
    }

    /** In RSS the writer is one text, mostly an address with a name behind it, or a name of Dublin Core, or Atom's. */
    private List<Map<String, Object>> authors() {
        List<Map<String, Object>> people = FeedValues.people(entry.getAuthors(), base);
        Element atom = child("author", FeedNames.ATOM);
        if (!people.isEmpty()) {
            return people;
        }
        Map<String, Object> author = atom == null
                ? FeedValues.person(entry.getAuthor(), null, null)
                : FeedValues.person(text(atom, "name"), text(atom, "email"), base.resolve(text(atom, "uri")));
        return author.isEmpty() ? List.of() : List.of(author);
    }

    private static @Nullable String text(Element parent, String name) {
        return parent.getChildText(name, parent.getNamespace());
    }

    private static Map<String, Object> category(SyndCategory category) {
        Map<String, Object> content = new LinkedHashMap<>();
        FeedValues.put(content, "name", category.getName());
        FeedValues.put(content, "scheme", category.getTaxonomyUri());
        return content;
    }

    private static Map<String, Object> enclosure(SyndEnclosure enclosure) {
        Map<String, Object> content = new LinkedHashMap<>();
        FeedValues.put(content, "url", enclosure.getUrl());
        FeedValues.put(content, "type", enclosure.getType());
        if (enclosure.getLength() > 0) {
            content.put("length", enclosure.getLength());
        }
        return content;
    }
}
