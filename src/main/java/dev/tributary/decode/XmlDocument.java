package dev.tributary.decode;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/** Reads XML, and nothing that it points to. */
final class XmlDocument {

    private XmlDocument() {}

    static Payload read(byte[] file, DecodeLimits limits) throws Broken {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(stripped(file));
            try {
                return new Payload.Readable(1, new XmlTree(reader, limits.depth()).read());
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw reason(e);
        }
    }

    /** Many feeds have an empty line before their declaration, where XML allows none. */
    private static InputStream stripped(byte[] bytes) {
        int start = 0;
        while (start < bytes.length && (bytes[start] == '\n' || bytes[start] == '\r' || bytes[start] == ' ')) {
            start++;
        }
        return new ByteArrayInputStream(bytes, start, bytes.length - start);
    }

    static Broken reason(XMLStreamException e) {
        int line = e.getLocation() == null ? -1 : e.getLocation().getLineNumber();
        return Broken.unreadable("the file is not well-formed XML" + (line > 0 ? ", near its line " + line : "")
                + ", or not in the charset that it declares; have it exported again");
    }

    /** A document type is neither read nor fetched. */
    static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        // phones write emoji as two character references
        factory.setProperty(WstxInputProperties.P_ALLOW_SURROGATE_PAIR_ENTITIES, true);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, Integer.MAX_VALUE);
        return factory;
    }
}
