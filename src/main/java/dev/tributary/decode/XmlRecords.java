package dev.tributary.decode;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One document. */
final class XmlRecords implements Records {

    private final Source source;
    private final DecodeLimits limits;
    private boolean read;

    XmlRecords(Source source, DecodeLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    @Override
    public @Nullable Payload next() throws IOException {
        if (read) {
            return null;
        }
        read = true;
        byte[] bytes = source.record(limits);
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                return new Payload.Readable(1, new XmlTree(reader, limits.depth()).read());
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw reason(e);
        }
    }

    private static Broken reason(XMLStreamException e) {
        int line = e.getLocation() == null ? -1 : e.getLocation().getLineNumber();
        return Broken.unreadable("the file is not well-formed XML" + (line > 0 ? ", near its line " + line : "")
                + ", or not in the charset that it declares; have it exported again");
    }

    /** A document type is neither read nor fetched. */
    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // phones write emoji as two character references
        factory.setProperty(WstxInputProperties.P_ALLOW_SURROGATE_PAIR_ENTITIES, true);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, Integer.MAX_VALUE);
        return factory;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
