package dev.tributary.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.run.FailureCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void aRowIsAMessageByItsColumns() {
        Decoding file = Decoding.of("id,text,to\n1,Hello,ann\n2,\"Hi, \"\"you\"\"\",\n", Format.CSV);

        assertThat(file.contents())
                .containsExactly(
                        Map.of("id", "1", "text", "Hello", "to", "ann"), Map.of("id", "2", "text", "Hi, \"you\""));
        assertThat(file.lines()).containsExactly(2L, 3L);
    }

    @Test
    void aMessageMayHaveLinesAndTheNextIsCountedFromItsOwn() {
        Decoding file = Decoding.of("\uFEFFid,text\r\n1,\"a\r\nb\r\n\"\r\n\r\n2,c\r\n", Format.CSV);

        assertThat(file.contents())
                .containsExactly(Map.of("id", "1", "text", "a\r\nb\r\n"), Map.of("id", "2", "text", "c"));
        assertThat(file.lines()).containsExactly(2L, 6L);
    }

    @Test
    void everyColumnHasANameOfItsOwn() {
        assertThat(Decoding.of("name,name,,name_2,name\na,b,c,d,e\n", Format.CSV)
                        .map())
                .containsExactly(
                        Map.entry("name", "a"),
                        Map.entry("name_3", "b"),
                        Map.entry("column_3", "c"),
                        Map.entry("name_2", "d"),
                        Map.entry("name_4", "e"));
    }

    @Test
    void aShorterRowLacksCellsAndALongerOneIsNotGuessedAt() {
        Decoding file = Decoding.of("id,text\n1\n2,a,b\n3,c,,\n,\n4,d\n", Format.CSV);

        assertThat(file.contents())
                .containsExactly(Map.of("id", "1"), Map.of("id", "3", "text", "c"), Map.of("id", "4", "text", "d"));
        assertThat(file.reason()).startsWith("the row in line 3 has 3 cells, but the header has 2");
    }

    @Test
    void aCutLastRowIsNotTakenForAWholeOne() {
        assertThat(Decoding.of("id,text\n1,a\n2", Format.CSV).reason())
                .startsWith("the file ends in the middle of the row in line 3");
        assertThat(Decoding.of("id,text\n1,a\n2,b", Format.CSV).contents()).hasSize(2);
    }

    @Test
    void anUnclosedQuotationMarkIsReported() {
        Decoding file = Decoding.of("id,text\n1,a\n2,\"b\n3,c\n", Format.CSV);

        assertThat(file.contents()).containsExactly(Map.of("id", "1", "text", "a"));
        assertThat(file.unreadable().get(0).line()).isEqualTo(3);
        assertThat(file.reason()).contains("not closed");
    }

    @Test
    void anUndoubledQuotationMarkCostsOnlyItsRow() {
        Decoding file = Decoding.of("id,text\n1,\"say \"hi\" now\"\n2,\"b\"c\n3,c\n", Format.CSV);

        assertThat(file.contents()).containsExactly(Map.of("id", "3", "text", "c"));
        assertThat(file.lines()).containsExactly(2L, 3L, 4L);
        assertThat(file.unreadable()).allSatisfy(row -> assertThat(row.reason()).contains("not doubled"));
    }

    @Test
    void anUnclosedQuotationMarkDoesNotFillTheMemory() {
        String open = "id,text\n1,\"" + "x,y\n".repeat(100_000);

        assertThat(Decoding.of(open, Format.CSV, Decoding.recordsUpTo(10_000)).unreadable())
                .extracting(Payload.Unreadable::code)
                .containsExactly(FailureCode.TOO_LARGE);
    }

    @Test
    void aTableWithoutHeaderIsReadByGivenColumns() {
        DecodeOptions options = DecodeOptions.DEFAULT.delimitedBy(';').withColumns(List.of("caller", "called"));

        Decoding file = Decoding.of("+4930;+4940\n+4931;\n", Format.CSV, options);
        assertThat(file.contents())
                .containsExactly(Map.of("caller", "+4930", "called", "+4940"), Map.of("caller", "+4931"));
        assertThat(file.lines()).containsExactly(1L, 2L);
    }

    @Test
    void linesAboveTheHeaderAreNoRowsWhereItsFirstCellIsGiven() {
        String table = "Account,Acme Outdoor\n\nTime zone,+09:00\nSender,Content\nAccount,Hello\n";
        DecodeOptions options = DecodeOptions.DEFAULT.withHeader(List.of("送信者", "Sender"));

        Decoding file = Decoding.of(table, Format.CSV, options);
        assertThat(file.contents()).containsExactly(Map.of("Sender", "Account", "Content", "Hello"));
        assertThat(file.lines()).containsExactly(5L);
        assertThat(Decoding.of("a,b\n1,2\n", Format.CSV, options).reason())
                .startsWith("no line begins with '送信者' or 'Sender'");
    }

    @Test
    void anotherDelimiterIsNoticed() {
        assertThat(Decoding.of("id;text\n1;a\n", Format.CSV).reason()).contains("seems to be by ';'");
        assertThat(Decoding.of("id\ttext\n1\ta\n", Format.CSV).reason()).contains("tabs");
    }

    @Test
    void aRowInAnotherCharsetCostsOnlyItself() {
        byte[] latin = "id,text\n1,a\n2,ü\n3,b\n".getBytes(StandardCharsets.ISO_8859_1);

        Decoding file = Decoding.of(latin, Format.CSV, DecodeOptions.DEFAULT);
        assertThat(file.contents()).hasSize(2);
        assertThat(file.reason()).startsWith("the row in line 3 is not in the charset");
        assertThat(Decoding.of(latin, Format.CSV, DecodeOptions.DEFAULT.inCharset(StandardCharsets.ISO_8859_1))
                        .contents())
                .contains(Map.of("id", "2", "text", "ü"));
    }

    @Test
    void emojiAtTheReadersSeamStayWhole() {
        String text = "😀".repeat(40_000);

        assertThat(Decoding.of("id,text\n1," + text + "\n", Format.CSV).map()).containsEntry("text", text);
        assertThat(Decoding.of("id,text\n1,x" + text + "\n", Format.CSV).map()).containsEntry("text", "x" + text);
    }

    @Test
    void aHeaderAloneHasNoRowsAndNothingIsCalledEmpty() {
        assertThat(Decoding.of("id,text\n", Format.CSV).payloads()).isEmpty();
        assertThat(Decoding.of("", Format.CSV).reason()).startsWith("the file is empty");
        assertThat(Decoding.of("\n\n", Format.CSV).reason()).startsWith("the file is empty");
    }
}
