package dev.tributary.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "=HYPERLINK(\"https://evil.example\",\"click\")",
                "+49 30 1234",
                "-1",
                "@ann",
                "\t=1+1",
                "\r\n=1+1",
                "<script>alert(1)</script> & \"quotes\"",
                "first line\nsecond\r\nthird\rfourth\ttab",
                "  blanks before and after  ",
                "family 👨‍👩‍👧‍👦, flag 🇯🇵, 𠮷野家, e\u0301",
                "سلام \u202Eright to left\u202C",
                "literally _x000D_ and _x005F_ and _xZZZZ_ and __x0041__",
                "_x0041__x0042_",
                "bell \u0007 escape \u001B[31m delete \u007F next line \u0085",
                "zero\u200Bwidth \uFEFF nbsp\u00A0"
            })
    void aTextComesBackAsItWas(String text) throws IOException {
        Cell cell = readBack(text);

        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo(text);
    }

    @Test
    void whatNoWorkbookCanHoldBecomesAReplacementCharacter() throws IOException {
        assertThat(readBack("a\u0000b\uD83Dc\uFFFFd").getStringCellValue()).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
    }

    @Test
    void aTextThatIsTooLongIsCutAndSaysSo() throws IOException {
        String text = "🌊" + "x".repeat(39_998);

        String cut = readBack(text).getStringCellValue();

        assertThat(cut)
                .hasSizeLessThanOrEqualTo(32_767)
                .startsWith("🌊xxx")
                .endsWith("[cut: the text has 40,000 characters]");
    }

    @Test
    void cuttingNeverHalvesACharacterOrAnEscape() throws IOException {
        assertThat(readBack("🌊".repeat(20_000)).getStringCellValue()).doesNotContain("\uFFFD", "?");
        assertThat(readBack("\u0007".repeat(32_000)).getStringCellValue())
                .startsWith("\u0007\u0007")
                .doesNotContain("_x");
    }

    @Test
    void aTableThatIsTooLongGoesOnInAFurtherSheet() throws IOException {
        try (Book book = new Book(10)) {
            try (Table table = new Table(book, "Matches", "Matches", "A note.", Column.text("Contact", 20))) {
                for (int i = 0; i < 20; i++) {
                    table.row().text("C-" + i);
                }
            }
            try (XSSFWorkbook read = reopened(book)) {
                assertThat(read)
                        .extracting(Sheet::getSheetName)
                        .containsExactly("Matches", "Matches (2)", "Matches (3)");
                assertThat(read.getSheetAt(0).getLastRowNum()).isEqualTo(9);
                assertThat(read.getSheetAt(1).getRow(0).getCell(0).getStringCellValue())
                        .isEqualTo("Contact");
                assertThat(read.getSheetAt(1).getRow(1).getCell(0).getStringCellValue())
                        .isEqualTo("C-7");
                assertThat(read.getSheetAt(2).getLastRowNum()).isEqualTo(4);
            }
        }
    }

    private static Cell readBack(String text) throws IOException {
        try (Book book = new Book()) {
            new Line(book, book.sheet("Sheet").createRow(0), new int[] {20}).text(text);
            try (XSSFWorkbook read = reopened(book)) {
                return read.getSheetAt(0).getRow(0).getCell(0);
            }
        }
    }

    private static XSSFWorkbook reopened(Book book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }
}
