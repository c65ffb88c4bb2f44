package dev.tributary.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.jspecify.annotations.Nullable;

/** The cells of a sheet, one row after the other: ECMA-376 part 1, 18.3.1.73 (row) and 18.3.1.4 (c). A formula is refused. */
final class SheetCells {

    /** A row. */
    interface Consumer {
        /**
         * @param number from 1
         * @param cells texts by column, from 0
         */
        void row(int number, Map<Integer, String> cells);
    }

    private final String sheet;
    private final SharedStrings texts;
    private final Consumer consumer;

    SheetCells(String sheet, SharedStrings texts, Consumer consumer) {
        this.sheet = sheet;
        this.texts = texts;
        this.consumer = consumer;
    }

    void read(InputStream part) throws IOException {
        try {
            XMLStreamReader reader = XMLHelper.newXMLInputFactory().createXMLStreamReader(part);
            int number = 0;
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("row")) {
                    String written = reader.getAttributeValue(null, "r");
                    number = written == null ? number + 1 : Integer.parseInt(written);
                    consumer.row(number, cells(reader, number));
                }
            }
        } catch (XMLStreamException | NumberFormatException | IndexOutOfBoundsException damaged) {
            throw new UnusableWorkbook("The sheet '" + sheet + "' is damaged; open the workbook, and save it again");
        }
    }

    private Map<Integer, String> cells(XMLStreamReader reader, int number) throws XMLStreamException {
        Map<Integer, String> cells = new TreeMap<>();
        int column = -1;
        while (!isEnd(reader, "row")) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("c")) {
                String at = reader.getAttributeValue(null, "r");
                column = at == null ? column + 1 : new CellReference(at).getCol();
                String text = cell(reader, new CellReference(number - 1, column).formatAsString());
                if (!text.isEmpty()) {
                    cells.put(column, text);
                }
            }
        }
        return cells;
    }

    private String cell(XMLStreamReader reader, String at) throws XMLStreamException {
        String type = reader.getAttributeValue(null, "t");
        String holds = "inlineStr".equals(type) ? "t" : "v";
        StringBuilder value = new StringBuilder();
        while (!isEnd(reader, "c")) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "f" ->
                        throw new UnusableWorkbook("The sheet '" + sheet + "' has a formula in " + at
                                + "; replace it by its value, and save the workbook again");
                    case "rPh" -> skip(reader);
                    case "v", "t" -> value.append(reader.getLocalName().equals(holds) ? reader.getElementText() : "");
                    default -> {}
                }
            }
        }
        return value(type, value.toString());
    }

    private String value(@Nullable String type, String written) {
        if (written.isEmpty() || type == null) {
            return written;
        }
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "s" -> texts.getItemAt(Integer.parseInt(written.strip())).getString();
            case "inlinestr", "str" -> new XSSFRichTextString(written).getString();
            default -> written;
        };
    }

    /** How a Japanese word is read is no part of it. */
    private static void skip(XMLStreamReader reader) throws XMLStreamException {
        while (!isEnd(reader, "rPh")) {
            reader.next();
        }
    }

    private static boolean isEnd(XMLStreamReader reader, String element) {
        return reader.getEventType() == XMLStreamConstants.END_ELEMENT
                && reader.getLocalName().equals(element);
    }
}
