package dev.tributary.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook under way: only its last rows are in memory. */
public final class Book implements AutoCloseable {

    private static final int ROWS_IN_MEMORY = 100;

    private final SXSSFWorkbook workbook;
    private final Map<Look, CellStyle> styles = new EnumMap<>(Look.class);
    private final int rowsPerSheet;

    /** With as many rows to a sheet as the format allows. */
    public Book() {
        this(SpreadsheetVersion.EXCEL2007.getMaxRows());
    }

    /** @param rowsPerSheet from here a table goes on in a further sheet */
    Book(int rowsPerSheet) {
        XSSFWorkbook outline = new XSSFWorkbook();
        for (Look look : Look.values()) {
            styles.put(look, look.style(outline));
        }
        this.workbook = new SXSSFWorkbook(outline, ROWS_IN_MEMORY, true);
        this.rowsPerSheet = rowsPerSheet;
    }

    CellStyle style(Look look) {
        return styles.get(look);
    }

    int rowsPerSheet() {
        return rowsPerSheet;
    }

    /** A sheet more, such as all of them look and print. */
    SXSSFSheet sheet(String name) {
        SXSSFSheet sheet = workbook.createSheet(name);
        sheet.setDisplayGridlines(false);
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setLandscape(true);
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("&P / &N");
        return sheet;
    }

    /** What a folder shows of the file. */
    public void describe(String title, String subject, String keywords) {
        POIXMLProperties.CoreProperties properties =
                workbook.getXSSFWorkbook().getProperties().getCoreProperties();
        properties.setTitle(title);
        properties.setSubjectProperty(subject);
        properties.setCreator("Tributary");
        properties.setKeywords(keywords);
    }

    /** Writes the file; nothing can be added afterwards. */
    public void write(OutputStream out) throws IOException {
        workbook.write(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
