package dev.tributary.decode;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Refuses a workbook of which any part has a DOCTYPE: what reads the parts would pass over some of them. */
final class WorkbookPrologs {

    private final XMLInputFactory factory = XmlDocument.factory();

    void check(ZipFile zip) throws IOException {
        for (ZipEntry part : zip.stream().filter(WorkbookPrologs::isXml).toList()) {
            try (InputStream in = zip.getInputStream(part)) {
                check(in);
            }
        }
    }

    private static boolean isXml(ZipEntry part) {
        String name = part.getName().toLowerCase(Locale.ROOT);
        return name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
    }

    private void check(InputStream part) throws Broken {
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(part);
            int event = reader.getEventType();
            while (event != XMLStreamConstants.START_ELEMENT && reader.hasNext()) {
                if (event == XMLStreamConstants.DTD) {
                    throw XmlTree.doctype();
                }
                event = reader.next();
            }
        } catch (XMLStreamException illFormed) {
            // whoever reads the part says what is wrong with it
            return;
        }
    }
}
