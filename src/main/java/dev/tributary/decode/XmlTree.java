package dev.tributary.decode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Builds maps from an XML document: an element is its text, or a map of its attributes ({@code @name}), its children by
 * their names as they are written, and {@code #text} where it has text beside them.
 */
final class XmlTree {

    private final XMLStreamReader reader;
    private final int deepest;

    XmlTree(XMLStreamReader reader, int deepest) {
        this.reader = reader;
        this.deepest = deepest;
    }

    Map<String, Object> read() throws XMLStreamException, Broken {
        Map<String, Object> document = new LinkedHashMap<>();
        while (reader.hasNext()) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String root = name();
                document.put(root, element(1));
            }
        }
        return document;
    }

    private Object element(int depth) throws XMLStreamException, Broken {
        if (depth > deepest) {
            throw Broken.tooLarge("the document is nested deeper than " + deepest + " levels; have it sent flatter");
        }
        Map<String, Object> content = attributes();
        StringBuilder text = new StringBuilder();
        int event = next();
        while (event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = name();
                add(content, name, element(depth + 1));
            } else if (reader.isCharacters() || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
            event = next();
        }
        return withText(content, text);
    }

    private static Object withText(Map<String, Object> content, StringBuilder text) {
        String own = text.toString();
        if (content.isEmpty()) {
            return own.isBlank() ? "" : own;
        }
        if (!own.isBlank()) {
            content.put("#text", own.strip());
        }
        return content;
    }

    @SuppressWarnings("unchecked")
    private static void add(Map<String, Object> content, String name, Object child) {
        Object present = content.get(name);
        if (present == null) {
            content.put(name, child);
        } else if (present instanceof List<?> list) {
            ((List<Object>) list).add(child);
        } else {
            content.put(name, new ArrayList<>(List.of(present, child)));
        }
    }

    private Map<String, Object> attributes() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(
                    "@" + qualified(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i));
        }
        return attributes;
    }

    private String name() {
        return qualified(reader.getPrefix(), reader.getLocalName());
    }

    private static String qualified(String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private int next() throws XMLStreamException, Broken {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw doctype();
        }
        return event;
    }

    static Broken doctype() {
        return Broken.unreadable("the document has a DOCTYPE or an entity of its own, which are not followed,"
                + " for they can reach into the network; have it exported without");
    }
}
