package dev.tributary.decode;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/** Reads the XML of a feed and stops at a document type, at an entity of the feed's own, and where it nests too deep. */
final class GuardedXml extends StreamReaderDelegate {

    /** Through the library, which knows nothing of our reasons. */
    static final class Refused extends RuntimeException {

        private final Broken why;

        Refused(Broken why) {
            super(why);
            this.why = why;
        }

        Broken why() {
            return why;
        }
    }

    private final int deepest;
    private int depth;

    GuardedXml(XMLStreamReader xml, int deepest) {
        super(xml);
        this.deepest = deepest;
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        switch (event) {
            case XMLStreamConstants.DTD -> throw new Refused(XmlTree.doctype());
            case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("an entity", getLocation());
            case XMLStreamConstants.START_ELEMENT -> descend();
            case XMLStreamConstants.END_ELEMENT -> depth--;
            default -> {}
        }
        return event;
    }

    private void descend() {
        if (++depth > deepest) {
            throw new Refused(
                    Broken.tooLarge("the feed is nested deeper than " + deepest + " levels; have it sent flatter"));
        }
    }

    static Broken reason(@Nullable Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof XMLStreamException xml) {
                return XmlDocument.reason(xml);
            }
        }
        return Broken.unreadable("the feed is not well-formed XML; have it mended");
    }
}
