package dev.tributary.decode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdom2.Attribute;
import org.jdom2.Element;

/** The extensions of a feed as maps, in the shape of {@link XmlTree}. */
final class FeedMarkup {

    private FeedMarkup() {}

    /** Adds what an element holds under its name; elements of one name are a list. */
    static void add(Map<String, Object> target, Element element) {
        target.merge(FeedNames.of(element), content(element), FeedMarkup::both);
    }

    private static Object content(Element element) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (Attribute attribute : element.getAttributes()) {
            String name =
                    FeedNames.name(attribute.getNamespaceURI(), attribute.getNamespacePrefix(), attribute.getName());
            content.put("@" + name, attribute.getValue());
        }
        element.getChildren().forEach(child -> add(content, child));
        String text = element.getText();
        if (content.isEmpty()) {
            return text.strip();
        }
        if (!text.isBlank()) {
            content.put("#text", text.strip());
        }
        return content;
    }

    private static Object both(Object present, Object added) {
        List<Object> all = new ArrayList<>(present instanceof List<?> list ? list : List.of(present));
        all.add(added);
        return all;
    }
}
