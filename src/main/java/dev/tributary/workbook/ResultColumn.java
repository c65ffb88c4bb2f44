package dev.tributary.workbook;

import dev.tributary.report.CellText;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * A sheet on its way from file to file, with one cell more in some of its rows: ECMA-376 part 1, 18.3.1.73 (row) and 18.3.1.4 (c). A cell
 * that is at its place already is replaced. Not thread-safe.
 */
final class ResultColumn extends XMLFilterImpl {

    static final String TITLE = "Result";

    private final int column;
    private final Map<Integer, String> texts;
    private int row;
    private int at;
    private @Nullable String due;
    private @Nullable String style;
    private int replaced;

    /**
     * @param column from 0
     * @param texts by row, as the spreadsheet counts, from 1; an empty one leaves the cell empty
     */
    ResultColumn(XMLReader sheet, int column, Map<Integer, String> texts) {
        super(sheet);
        this.column = column;
        this.texts = texts;
    }

    @Override
    public void startElement(String space, String name, String prefixed, Attributes given) throws SAXException {
        if (replaced > 0) {
            replaced++;
            return;
        }
        switch (name) {
            case "row" -> super.startElement(space, name, prefixed, row(given));
            case "c" -> cell(space, name, prefixed, given);
            default -> super.startElement(space, name, prefixed, given);
        }
    }

    @Override
    public void endElement(String space, String name, String prefixed) throws SAXException {
        if (replaced > 0) {
            replaced--;
            return;
        }
        if (name.equals("row")) {
            add(space, prefixed);
        }
        super.endElement(space, name, prefixed);
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (replaced == 0) {
            super.characters(text, start, length);
        }
    }

    /** Where the cells of a row begin and end, it says as a hint that would be wrong now. */
    private Attributes row(Attributes given) {
        String number = given.getValue("r");
        row = number == null ? row + 1 : Integer.parseInt(number);
        at = -1;
        due = texts.get(row);
        style = null;
        AttributesImpl attributes = new AttributesImpl(given);
        int spans = attributes.getIndex("spans");
        if (spans >= 0) {
            attributes.removeAttribute(spans);
        }
        return attributes;
    }

    private void cell(String space, String name, String prefixed, Attributes given) throws SAXException {
        String reference = given.getValue("r");
        at = reference == null ? at + 1 : new CellReference(reference).getCol();
        if (due != null && at == column) {
            style = given.getValue("s");
            replaced = 1;
            return;
        }
        if (at > column) {
            add(space, sibling(prefixed, "row"));
        } else if (TITLE.equals(due)) {
            style = given.getValue("s");
        }
        super.startElement(space, name, prefixed, given);
    }

    /** @param row the name of the row's element, with its prefix */
    private void add(String space, String row) throws SAXException {
        if (due == null || due.isEmpty()) {
            due = null;
            return;
        }
        AttributesImpl cell = new AttributesImpl();
        attribute(cell, "r", new CellReference(this.row - 1, column).formatAsString());
        if (style != null) {
            attribute(cell, "s", style);
        }
        attribute(cell, "t", "inlineStr");
        super.startElement(space, "c", sibling(row, "c"), cell);
        super.startElement(space, "is", sibling(row, "is"), new AttributesImpl());
        super.startElement(space, "t", sibling(row, "t"), new AttributesImpl());
        char[] text = CellText.of(due).toCharArray();
        super.characters(text, 0, text.length);
        super.endElement(space, "t", sibling(row, "t"));
        super.endElement(space, "is", sibling(row, "is"));
        super.endElement(space, "c", sibling(row, "c"));
        due = null;
    }

    /** An element's name with the prefix that another has. */
    private static String sibling(String prefixed, String name) {
        return prefixed.substring(0, prefixed.indexOf(':') + 1) + name;
    }

    private static void attribute(AttributesImpl attributes, String name, String value) {
        attributes.addAttribute("", name, name, "CDATA", value);
    }
}
