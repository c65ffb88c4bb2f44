package dev.tributary.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.testing.Temptation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class XlsxTest {

    private static Decoding read(byte[] bytes) {
        return Decoding.of(bytes, Format.XLSX, DecodeOptions.DEFAULT);
    }

    private static byte[] bytes(Workbook workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (workbook) {
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static void row(Sheet sheet, int number, Object... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof String text) {
                row.createCell(i).setCellValue(text);
            } else if (cells[i] instanceof Double value) {
                row.createCell(i).setCellValue(value);
            } else if (cells[i] instanceof Boolean value) {
                row.createCell(i).setCellValue(value);
            }
        }
    }

    private static void format(Cell cell, String format) {
        CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat(format));
        cell.setCellStyle(style);
    }

    private static byte[] twoMessages() throws IOException {
        Workbook workbook = new XSSFWorkbook();
        Sheet sheet = workbook.createSheet("messages");
        row(sheet, 0, "id", "text", "id");
        row(sheet, 1, "1", "Hello\r\nyou 😀", null);
        row(sheet, 3, "2", null, "b");
        return bytes(workbook);
    }

    @Test
    void aRowIsAMessageByItsColumns() throws IOException {
        Decoding file = read(twoMessages());

        assertThat(file.contents())
                .containsExactly(Map.of("id", "1", "text", "Hello\r\nyou 😀"), Map.of("id", "2", "id_2", "b"));
        assertThat(file.lines()).containsExactly(1L, 2L);
    }

    @Test
    void cellsAreWhatAPersonSeesWithoutLosingDigits() throws IOException {
        Workbook workbook = new XSSFWorkbook();
        Sheet sheet = workbook.createSheet();
        row(sheet, 0, "id", "whole", "price", "zip", "yes", "date", "time", "sum");
        row(sheet, 1, 123456789012345d, 3d, 2.5, 1067d, true, 0d, 0.5, null);
        format(sheet.getRow(1).getCell(2), "0.00");
        format(sheet.getRow(1).getCell(3), "00000");
        sheet.getRow(1).getCell(5).setCellValue(LocalDateTime.of(2024, 3, 1, 9, 30));
        format(sheet.getRow(1).getCell(5), "d.m.yy h:mm");
        format(sheet.getRow(1).getCell(6), "h:mm");
        sheet.getRow(1).createCell(7).setCellFormula("B2*2");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();

        assertThat(read(bytes(workbook)).map())
                .containsExactly(
                        Map.entry("id", "123456789012345"),
                        Map.entry("whole", "3"),
                        Map.entry("price", "2.50"),
                        Map.entry("zip", "01067"),
                        Map.entry("yes", "TRUE"),
                        Map.entry("date", "2024-03-01T09:30:00"),
                        Map.entry("time", "12:00:00"),
                        Map.entry("sum", "6"));
    }

    @Test
    void ofSeveralSheetsEveryRowSaysItsOwn() throws IOException {
        Workbook workbook = new XSSFWorkbook();
        row(workbook.createSheet("in"), 0, "id");
        row(workbook.getSheet("in"), 1, "1");
        workbook.createSheet("empty");
        row(workbook.createSheet("out"), 2, "key");
        row(workbook.getSheet("out"), 3, "2");
        row(workbook.getSheet("out"), 4, "3", "too much");

        Decoding file = read(bytes(workbook));
        assertThat(file.contents())
                .containsExactly(Map.of("id", "1", "@sheet", "in"), Map.of("key", "2", "@sheet", "out"));
        assertThat(file.reason()).startsWith("row 5 of sheet 3 has 2 cells, but the header has 1");
    }

    @Test
    void anOldOrCutOrForeignFileIsCalledThat() throws IOException {
        assertThat(read(bytes(new HSSFWorkbook())).reason()).contains("save it as .xlsx without a password");
        byte[] workbook = twoMessages();
        assertThat(read(Arrays.copyOf(workbook, workbook.length / 2)).reason()).contains("cut or damaged");
        assertThat(read("id,text\n".getBytes()).reason()).contains("is not compressed");
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("a.txt"));
        }
        assertThat(read(zip.toByteArray()).reason()).contains("no workbook that can be read");
    }

    @Test
    void aWorkbookInAnArchiveIsReadToo() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("messages.xlsx"));
            out.write(twoMessages());
        }
        assertThat(Decoding.of(zip.toByteArray(), Format.ZIP, DecodeOptions.DEFAULT)
                        .contents())
                .hasSize(2);
        assertThat(Decoding.of(Decoding.gzip(twoMessages()), Format.GZ, DecodeOptions.DEFAULT.named("messages.xlsx.gz"))
                        .contents())
                .hasSize(2);
    }

    @Test
    void tooManyDifferentTextsAreRefused() throws IOException {
        Workbook workbook = new XSSFWorkbook();
        row(workbook.createSheet(), 0, "id", "x".repeat(30_000), "y".repeat(30_000));

        assertThat(Decoding.of(bytes(workbook), Format.XLSX, Decoding.recordsUpTo(1000))
                        .reason())
                .contains("save its sheets as CSV");
    }

    @Test
    void aDoctypeInAnyPartIsRefusedAndNothingIsFetched() throws IOException {
        try (Temptation server = new Temptation()) {
            String doctype = "<!DOCTYPE x SYSTEM '" + server.url() + "' [<!ENTITY e SYSTEM '" + server.url() + "'>]>";
            for (String part : List.of(
                    "xl/worksheets/sheet1.xml",
                    "xl/sharedStrings.xml",
                    "xl/workbook.xml",
                    "xl/styles.xml",
                    "xl/_rels/workbook.xml.rels",
                    "_rels/.rels",
                    "[Content_Types].xml")) {
                Decoding tempted = read(withDoctype(twoMessages(), part, doctype, "Hello"));

                assertThat(tempted.contents()).as(part).isEmpty();
                assertThat(tempted.reason()).as(part).contains("DOCTYPE");
            }
            Decoding entity = read(withDoctype(twoMessages(), "xl/sharedStrings.xml", doctype, "&e;"));
            assertThat(entity.unreadable()).isNotEmpty();
            server.expectNobody();
        }
    }

    private static byte[] withDoctype(byte[] workbook, String part, String doctype, String hello) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean there = false;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                boolean tempting = entry.getName().equals(part);
                there |= tempting;
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write((tempting ? tempting(xml, doctype).replace("Hello", hello) : xml)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(there).as(part).isTrue();
        return bytes.toByteArray();
    }

    /** Puts it before the first element. */
    private static String tempting(String xml, String doctype) {
        int at = xml.startsWith("<?") ? xml.indexOf("?>") + 2 : 0;
        return xml.substring(0, at) + doctype + xml.substring(at);
    }
}
