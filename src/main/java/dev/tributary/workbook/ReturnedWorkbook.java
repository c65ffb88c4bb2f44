package dev.tributary.workbook;

import dev.tributary.decode.DecodeLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.SAXException;

/** Reads the rows of a workbook that came back; what is in it is foreign. */
final class ReturnedWorkbook {

    private final Gate gate;

    ReturnedWorkbook(DecodeLimits limits) {
        this.gate = new Gate(limits);
    }

    /**
     * The sheets of cases, in their order.
     *
     * @throws UnusableWorkbook where the workbook is not taken
     */
    List<AnsweredSheet> sheets(Path file) throws IOException {
        gate.check(file);
        try (OPCPackage zip = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            return sheets(zip);
        } catch (IOException | OpenXML4JException | SAXException | RuntimeException failure) {
            if (failure instanceof UnusableWorkbook unusable) {
                throw unusable;
            }
            // among them what POI says of parts that grow too fast as they are unpacked
            throw new UnusableWorkbook(
                    "The file is no workbook that can be read; open it in your spreadsheet program, and save it as .xlsx");
        }
    }

    private static List<AnsweredSheet> sheets(OPCPackage zip) throws IOException, OpenXML4JException, SAXException {
        ReadOnlySharedStringsTable texts = new ReadOnlySharedStringsTable(zip, false);
        XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) new XSSFReader(zip).getSheetsData();
        List<AnsweredSheet> found = new ArrayList<>();
        while (sheets.hasNext()) {
            try (InputStream part = sheets.next()) {
                AnsweredSheet sheet = new AnsweredSheet(
                        sheets.getSheetName(),
                        sheets.getSheetPart().getPartName().getName().substring(1));
                new SheetCells(sheets.getSheetName(), texts, sheet).read(part);
                if (sheet.isOfCases()) {
                    found.add(sheet);
                }
            }
        }
        if (found.isEmpty()) {
            throw new UnusableWorkbook(
                    "The workbook has no sheet with the columns 'Answer', 'Case' and 'Stamp'; take the one"
                            + " that 'tributary review export' wrote");
        }
        return found;
    }
}
