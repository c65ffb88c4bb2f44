package dev.tributary.decode;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.input.StAXStreamBuilder;

/**
 * A feed in RSS or Atom, whichever version. The XML is read by our own reader, which follows no document type, and so nothing
 * is ever fetched; the meaning of the elements is rome's.
 *
 * @param elements one for each of the feed's entries
 */
record FeedDocument(SyndFeed feed, Element root, List<Element> elements) {

    static FeedDocument of(byte[] bytes, DecodeLimits limits) throws IOException {
        String text = FeedText.of(bytes);
        Document document;
        try {
            document = document(text, limits);
        } catch (XMLStreamException | JDOMException illFormed) {
            document = mended(text, limits);
        }
        return of(document.getRootElement(), document);
    }

    private static Document mended(String text, DecodeLimits limits) throws IOException {
        try {
            return document(FeedText.mended(text), limits);
        } catch (XMLStreamException | JDOMException illFormed) {
            throw GuardedXml.reason(illFormed);
        }
    }

    private static Document document(String text, DecodeLimits limits)
            throws IOException, XMLStreamException, JDOMException {
        XMLStreamReader xml = XmlDocument.factory().createXMLStreamReader(new StringReader(text));
        try {
            return new StAXStreamBuilder().build(new GuardedXml(xml, limits.depth()));
        } catch (GuardedXml.Refused refused) {
            throw refused.why();
        } finally {
            xml.close();
        }
    }

    private static FeedDocument of(Element root, Document document) throws Broken {
        if (root.getName().equalsIgnoreCase("html")) {
            throw Broken.unreadable("it is an HTML page and no feed; see what the address shows in a browser");
        }
        SyndFeed feed = feed(document);
        List<Element> elements = Stream.concat(Stream.of(root), root.getChildren().stream())
                .filter(parent -> parent == root || parent.getName().equals("channel"))
                .flatMap(parent -> parent.getChildren().stream())
                .filter(child ->
                        child.getName().equals("item") || child.getName().equals("entry"))
                .toList();
        if (elements.size() != feed.getEntries().size()) {
            throw Broken.unreadable("its entries are not where its version of feeds has them; have the feed mended");
        }
        return new FeedDocument(feed, root, elements);
    }

    private static SyndFeed feed(Document document) throws Broken {
        try {
            return new SyndFeedImpl(new WireFeedInput(false, Locale.US).build(document), true);
        } catch (FeedException | IllegalArgumentException noFeed) {
            throw Broken.unreadable("it is XML, but neither RSS nor Atom; see whether it is a feed at all");
        }
    }

    /** @param head what each of them is given of the feed */
    List<Map<String, Object>> entries(Map<String, Object> head) {
        List<SyndEntry> entries = feed.getEntries();
        FeedAnchor base = base();
        return IntStream.range(0, entries.size())
                .mapToObj(i -> new FeedEntry(entries.get(i), elements.get(i), base).content(head))
                .toList();
    }

    FeedAnchor base() {
        return FeedAnchor.of(feed, root);
    }

    /** The address of the page with older entries (RFC 5005), as it is written. */
    Optional<String> next() {
        return Stream.concat(
                        root.getChildren().stream(),
                        root.getChildren("channel").stream().flatMap(channel -> channel.getChildren().stream()))
                .filter(child -> FeedNames.of(child).equals("atom:link"))
                .filter(link -> "next".equals(link.getAttributeValue("rel")))
                .map(link -> link.getAttributeValue("href"))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
