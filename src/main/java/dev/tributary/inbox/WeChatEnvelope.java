package dev.tributary.inbox;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.databind.JsonNode;

/** What WeChat puts an encrypted message into: XML, or JSON where a mini program is set to it. */
final class WeChatEnvelope {

    private static final String FIELD = "Encrypt";

    private WeChatEnvelope() {}

    /** @throws Refused where nothing is encrypted in it, or it declares a document type: nobody's server needs one */
    static String encrypted(byte[] body) {
        return JsonBody.object(body)
                .map(json -> json.path(FIELD))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .orElseGet(() -> ofXml(body));
    }

    private static String ofXml(byte[] body) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(body));
            for (int depth = 0; reader.hasNext(); ) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new Refused();
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        && ++depth == 2
                        && reader.getLocalName().equals(FIELD)) {
                    return reader.getElementText().strip();
                }
                depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
            }
            throw new Refused();
        } catch (XMLStreamException noXml) {
            throw new Refused();
        }
    }

    /** A new one each time, for factories are not safe between threads. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, name) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }
}
