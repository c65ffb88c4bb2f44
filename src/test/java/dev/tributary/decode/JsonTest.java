package dev.tributary.decode;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.run.FailureCode;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void everyElementOfTheListIsAMessage() {
        Decoding file = Decoding.of("[{\"id\":1},{\"id\":2} , \"three\"]", Format.JSON);

        assertThat(file.contents()).containsExactly(Map.of("id", 1), Map.of("id", 2), "three");
        assertThat(file.lines()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void anObjectIsOneMessageAndDocumentsMayFollowEachOther() {
        assertThat(Decoding.of("{\"id\":1}", Format.JSON).contents()).containsExactly(Map.of("id", 1));
        assertThat(Decoding.of("{\"a\":1}\n{\"b\":[]}\n[{\"c\":{}}]", Format.JSON)
                        .contents())
                .containsExactly(Map.of("a", 1), Map.of("b", List.of()), Map.of("c", Map.of()));
    }

    @Test
    void anEmptyListHasNoMessages() {
        assertThat(Decoding.of("[]", Format.JSON).payloads()).isEmpty();
    }

    @Test
    void noDigitOfAnIdIsLost() {
        String ids = "{\"small\":12,\"exact\":9007199254740992,\"beyond\":9007199254740993,"
                + "\"huge\":123456789012345678901,\"negative\":-9007199254740993}";

        assertThat(Decoding.of(ids, Format.JSON).map())
                .containsExactly(
                        entry("small", 12),
                        entry("exact", 9007199254740992L),
                        entry("beyond", "9007199254740993"),
                        entry("huge", "123456789012345678901"),
                        entry("negative", "-9007199254740993"));
    }

    @Test
    void decimalsAreWhatTheyWere() {
        assertThat(Decoding.of("{\"a\":1.5,\"b\":0.1234567890123456789,\"c\":1e999999999}", Format.JSON)
                        .map())
                .containsExactly(
                        entry("a", 1.5),
                        entry("b", new BigDecimal("0.1234567890123456789")),
                        entry("c", "1e999999999"));
    }

    @Test
    void bracketsAndQuotesInsideOfTextsAreText() {
        assertThat(Decoding.of("[{\"t\":\"a ] } \\\" \\\\\"},{\"t\":\"\\u00fc😀\"}]", Format.JSON)
                        .contents())
                .containsExactly(Map.of("t", "a ] } \" \\"), Map.of("t", "ü😀"));
    }

    @Test
    void aCutListIsReadAsFarAsItGoes() {
        Decoding file = Decoding.of("[{\"id\":1},{\"id\":2},{\"id\":", Format.JSON);

        assertThat(file.contents()).hasSize(2);
        assertThat(file.unreadable().get(0).line()).isEqualTo(3);
        assertThat(file.reason()).startsWith("the file ends in the middle of record 3");
        assertThat(Decoding.of("[{\"id\":1},", Format.JSON).reason()).contains("after record 1");
    }

    @Test
    void oneWrongMessageCostsOnlyItself() {
        Decoding file = Decoding.of("[{\"id\":1},{\"id\":secret},{\"id\":3},null]", Format.JSON);

        assertThat(file.contents()).containsExactly(Map.of("id", 1), Map.of("id", 3));
        assertThat(file.unreadable()).extracting(Payload.Unreadable::line).containsExactly(2L, 4L);
        assertThat(file.unreadable().get(0).reason())
                .startsWith("record 2 is not valid JSON")
                .doesNotContain("secret");
    }

    @Test
    void anotherCharsetCostsOnlyTheMessagesThatHaveLettersOfIt() {
        byte[] latin = "[{\"t\":\"a\"},{\"t\":\"\u00fc\"},{\"t\":\"b\"}]".getBytes(StandardCharsets.ISO_8859_1);

        Decoding asUtf8 = Decoding.of(latin, Format.JSON, DecodeOptions.DEFAULT);
        assertThat(asUtf8.contents()).containsExactly(Map.of("t", "a"), Map.of("t", "b"));
        assertThat(asUtf8.reason()).contains("charset");
        assertThat(Decoding.of(latin, Format.JSON, DecodeOptions.DEFAULT.inCharset(StandardCharsets.ISO_8859_1))
                        .contents())
                .contains(Map.of("t", "ü"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void theByteOrderMarkTellsTheCharset(String charset) {
        byte[] marked = "\uFEFF[{\"t\":\"ü😀\"}]".getBytes(Charset.forName(charset));

        assertThat(Decoding.of(marked, Format.JSON, DecodeOptions.DEFAULT).contents())
                .containsExactly(Map.of("t", "ü😀"));
    }

    @Test
    void whatIsMalformedInUtf16IsNotPassedOff() {
        byte[] cut = {(byte) 0xFE, (byte) 0xFF, 0, '"', (byte) 0xDC, 0, 0, '"'};

        assertThat(Decoding.of(cut, Format.JSON, DecodeOptions.DEFAULT).reason())
                .contains("charset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html><html>", "\n <html lang='en'>", "<!doctype HTML PUBLIC '-//W3C//DTD'>"})
    void aLoginPageIsCalledAPage(String page) {
        assertThat(Decoding.of(page, Format.JSON).reason()).startsWith("the file is an HTML page instead of JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n"})
    void nothingIsCalledEmpty(String nothing) {
        assertThat(Decoding.of(nothing, Format.JSON).reason()).startsWith("the file is empty");
    }

    @Test
    void proseIsNotTakenForAThousandMessages() {
        assertThat(Decoding.of("Dear Sir or Madam, please find", Format.JSON).reason())
                .startsWith("the file is not JSON");
        assertThat(Decoding.of("[{\"a\":1}]}", Format.JSON).reason()).contains("from record 2 on");
    }

    @Test
    void aTooLargeOrTooDeepMessageCostsOnlyItself() {
        String large = "{\"t\":\"" + "x".repeat(2000) + "\"}";
        Decoding file = Decoding.of("[{\"a\":1}," + large + ",{\"b\":2}]", Format.JSON, Decoding.recordsUpTo(1000));
        assertThat(file.contents()).containsExactly(Map.of("a", 1), Map.of("b", 2));
        assertThat(file.unreadable()).extracting(Payload.Unreadable::code).containsExactly(FailureCode.TOO_LARGE);

        String deep = "[1," + "[".repeat(100_000) + "]".repeat(100_000) + ",2]";
        Decoding nested = Decoding.of(deep, Format.JSON);
        assertThat(nested.contents()).containsExactly(1, 2);
        assertThat(nested.unreadable().get(0).code()).isEqualTo(FailureCode.TOO_LARGE);
    }

    @Test
    void aFileThatIsNotThereIsOneUnreadablePayload() {
        assertThat(Decoding.of(Path.of("no-such-file.json"), Format.JSON, DecodeOptions.DEFAULT)
                        .reason())
                .startsWith("the file is not there");
        assertThat(Decoding.of(Path.of("src"), Format.JSON, DecodeOptions.DEFAULT)
                        .unreadable())
                .hasSize(1);
    }

    @Test
    void readsTheXArchivesAssignment() {
        assertThat(Decoding.of("window.YTD.tweets.part0 = [ {\"tweet\":{\"id_str\":\"1\"}} ];\n", Format.X_ARCHIVE)
                        .contents())
                .containsExactly(Map.of("tweet", Map.of("id_str", "1")));
        assertThat(Decoding.of("window.__THAR_CONFIG = {\"a\":1}", Format.X_ARCHIVE)
                        .contents())
                .containsExactly(Map.of("a", 1));
        assertThat(Decoding.of("window.YTD.tweets.part0 = [ {\"tweet\"", Format.X_ARCHIVE)
                        .reason())
                .contains("middle of record 1");
        assertThat(Decoding.of("function f() { return 1 }".repeat(99), Format.X_ARCHIVE)
                        .reason())
                .isNotEmpty();
    }
}
