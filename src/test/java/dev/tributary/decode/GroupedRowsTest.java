package dev.tributary.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class GroupedRowsTest {

    private static final DecodeOptions BY_CALL = DecodeOptions.DEFAULT.groupedBy(List.of("call"));

    @Test
    void theRowsOfACallAreOnePayloadInThePlaceOfTheFirst() {
        Decoding file = Decoding.of("call,to\n1,reception\n2,warehouse\n1,Mia\n1,Tom\n3,Mia\n", Format.CSV, BY_CALL);

        assertThat(file.contents())
                .containsExactly(
                        Map.of(
                                "rows",
                                List.of(
                                        Map.of("call", "1", "to", "reception"),
                                        Map.of("call", "1", "to", "Mia"),
                                        Map.of("call", "1", "to", "Tom"))),
                        Map.of("rows", List.of(Map.of("call", "2", "to", "warehouse"))),
                        Map.of("rows", List.of(Map.of("call", "3", "to", "Mia"))));
        assertThat(file.lines()).containsExactly(2L, 3L, 6L);
    }

    @Test
    void soAreTheRowsOfAWorkbookAndOfACompressedTable() throws IOException {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Sheet sheet = book.createSheet();
            String[] rows = {"call,to", "1,reception", "2,warehouse", "1,Mia"};
            for (int i = 0; i < rows.length; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue(rows[i].split(",")[0]);
                row.createCell(1).setCellValue(rows[i].split(",")[1]);
            }
            book.write(workbook);
        }
        byte[] table = Decoding.gzip("call,to\n1,reception\n2,warehouse\n1,Mia\n".getBytes(StandardCharsets.UTF_8));

        Decoding fromWorkbook = Decoding.of(workbook.toByteArray(), Format.XLSX, BY_CALL);
        assertThat(fromWorkbook.contents()).extracting(GroupedRowsTest::rows).containsExactly(2, 1);
        assertThat(fromWorkbook.lines()).containsExactly(1L, 2L);
        assertThat(Decoding.of(table, Format.GZ, BY_CALL.named("calls.csv.gz")).contents())
                .isEqualTo(fromWorkbook.contents());
    }

    @Test
    void aRowWithoutTheValueStandsAlone() {
        Decoding file = Decoding.of("call,to\n,Mia\n,Tom\n", Format.CSV, BY_CALL);

        assertThat(file.contents())
                .containsExactly(
                        Map.of("rows", List.of(Map.of("to", "Mia"))), Map.of("rows", List.of(Map.of("to", "Tom"))));
    }

    @Test
    void allColumnsHaveToAgree() {
        DecodeOptions options = DecodeOptions.DEFAULT.groupedBy(List.of("call", "day"));

        Decoding file = Decoding.of("call,day,to\n1,Mon,a\n1,Tue,b\n1,Mon,c\n1,,d\n1,,e\n", Format.CSV, options);
        assertThat(file.contents()).extracting(GroupedRowsTest::rows).containsExactly(2, 1, 2);
    }

    @Test
    void whatCannotBeReadCostsOnlyItself() {
        Decoding file = Decoding.of("call,to\n1,a\n1,b,c\n1,d\n2,\"e\n", Format.CSV, BY_CALL);

        assertThat(file.contents()).extracting(GroupedRowsTest::rows).containsExactly(2);
        assertThat(file.unreadable()).extracting(Payload.Unreadable::line).containsExactly(3L, 5L);
    }

    @Test
    void whatWasReadIsNotLostWhereTheFileBreaks() {
        String broken = "call,to\n1,a\n2,b\n1,c\n3,\"" + "x,y\n".repeat(100_000);
        DecodeOptions options = BY_CALL.within(Decoding.recordsUpTo(10_000).limits());

        Decoding file = Decoding.of(broken, Format.CSV, options);
        assertThat(file.contents()).extracting(GroupedRowsTest::rows).containsExactly(2, 1);
        assertThat(file.unreadable()).hasSize(1);
    }

    @Test
    void aFileThatCannotBeOpenedSaysWhy() {
        assertThat(Decoding.of("", Format.CSV, BY_CALL).reason()).startsWith("the file is empty");
    }

    @Test
    void aRowThatComesFarBehindBeginsAnotherGroup() {
        String between = IntStream.range(0, GroupedRecords.WINDOW)
                .mapToObj(i -> "other-" + i + ",x\n")
                .collect(Collectors.joining());

        Decoding near = Decoding.of(
                "call,to\n1,a\n" + between.substring(between.indexOf('\n') + 1) + "1,b\n", Format.CSV, BY_CALL);
        assertThat(near.contents())
                .hasSize(GroupedRecords.WINDOW)
                .element(0)
                .extracting(GroupedRowsTest::rows)
                .isEqualTo(2);
        Decoding far = Decoding.of("call,to\n1,a\n" + between + "1,b\n", Format.CSV, BY_CALL);
        assertThat(far.contents())
                .hasSize(GroupedRecords.WINDOW + 2)
                .element(0)
                .extracting(GroupedRowsTest::rows)
                .isEqualTo(1);
    }

    @Test
    void largeRowsDoNotFillTheMemory() {
        String rows = IntStream.range(0, 100)
                .mapToObj(i -> "1," + "x".repeat(5_000) + "\n")
                .collect(Collectors.joining());

        Decoding file = Decoding.of(
                "call,text\n" + rows,
                Format.CSV,
                BY_CALL.within(Decoding.recordsUpTo(10_000).limits()));
        assertThat(file.contents())
                .extracting(GroupedRowsTest::rows)
                .hasSize(50)
                .containsOnly(2);
    }

    private static int rows(Object content) {
        return ((List<?>) ((Map<?, ?>) content).get("rows")).size();
    }
}
