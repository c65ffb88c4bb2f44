package dev.tributary.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.run.FailureCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static final String MESSAGE = "^\\[(?P<at>[^\\]]+)\\] (?P<author>[^:]+): (?P<text>.*)$";
    private static final String NOTICE = "^\\[(?P<at>[^\\]]+)\\] (?P<text>.*)$";
    private static final String DAY = "^-+ (?P<day>.+) -+$";

    private static DecodeOptions options() {
        return DecodeOptions.DEFAULT.withLines(LinePatterns.of(List.of(MESSAGE, NOTICE), List.of(DAY)));
    }

    private static Decoding read(String text) {
        return Decoding.of(text, Format.LINES, options());
    }

    @Test
    void aMessageBeginsWithItsLineAndTakesThoseThatFollow() {
        Decoding file = read("[9:12] Anna: Hello\n\nare you there?\n[9:13] Mia: Yes\n");

        assertThat(file.contents())
                .containsExactly(
                        Map.of("at", "9:12", "author", "Anna", "text", "Hello\n\nare you there?"),
                        Map.of("at", "9:13", "author", "Mia", "text", "Yes"));
        assertThat(file.lines()).containsExactly(1L, 4L);
    }

    @Test
    void theFirstPatternThatMatchesDecides() {
        assertThat(read("[9:12] Anna left\n").map()).isEqualTo(Map.of("at", "9:12", "text", "Anna left"));
    }

    @Test
    void theDayOfASeparatorIsInAllMessagesAfterIt() {
        Decoding file = read("---- Monday ----\n\n[9:12] Anna: a\n[9:13] Anna: b\n---- Tuesday ----\n[8:00] Anna: c\n");

        assertThat(file.contents())
                .containsExactly(
                        Map.of("day", "Monday"),
                        Map.of("day", "Monday", "at", "9:12", "author", "Anna", "text", "a"),
                        Map.of("day", "Monday", "at", "9:13", "author", "Anna", "text", "b"),
                        Map.of("day", "Tuesday"),
                        Map.of("day", "Tuesday", "at", "8:00", "author", "Anna", "text", "c"));
    }

    @Test
    void whatStandsAboveTheFirstMessageIsKept() {
        assertThat(read("Chat with Anna\nSaved on Monday\n\n[9:12] Anna: a\n").contents())
                .containsExactly(
                        Map.of("preamble", "Chat with Anna\nSaved on Monday"),
                        Map.of("at", "9:12", "author", "Anna", "text", "a"));
        assertThat(read("\n\n[9:12] Anna: a\n").contents()).hasSize(1);
        assertThat(read("no message at all").map()).containsEntry("preamble", "no message at all");
    }

    @Test
    void linesEndAsTelephonesAndComputersEndThem() {
        Decoding file = read("[1] A: a\r\n[2] A: b\r[3] A: c\u2028d\n[4] A: e");

        assertThat(file.contents().stream().<Object>map(it -> ((Map<?, ?>) it).get("text")))
                .containsExactly("a", "b", "c\nd", "e");
        assertThat(file.lines()).containsExactly(1L, 2L, 3L, 5L);
    }

    @Test
    void invisibleMarksDoNotHideAMessageAndItsTextStaysAsItIs() {
        Decoding file = read(
                "\uFEFF\u200E[9:12\u202FPM] \u202A+49\u00A030\u00A023125\u202C: \u200E<attached: a\u00A0b.jpg>\u200F\n");

        assertThat(file.map())
                .isEqualTo(Map.of(
                        "at", "9:12 PM", "author", "+49 30 23125", "text", "\u200E<attached: a\u00A0b.jpg>\u200F"));
    }

    @Test
    void itsByteOrderMarkTellsTheCharsetElseTheDefinition() {
        byte[] utf16 = "\uFEFF[1] Ann: größer\n".getBytes(StandardCharsets.UTF_16LE);
        byte[] latin = "[1] Ann: größer\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Decoding.of(utf16, Format.LINES, options()).map()).containsEntry("text", "größer");
        assertThat(Decoding.of(latin, Format.LINES, options().inCharset(StandardCharsets.ISO_8859_1))
                        .map())
                .containsEntry("text", "größer");
    }

    @Test
    void aMessageInAnotherCharsetCostsOnlyItself() {
        byte[] latin = "[1] Ann: a\n[2] Ann: ö\n[3] Ann: b\n".getBytes(StandardCharsets.ISO_8859_1);

        Decoding file = Decoding.of(latin, Format.LINES, options());
        assertThat(file.contents()).hasSize(2);
        assertThat(file.reason()).startsWith("the record in line 2 is not in the charset");
    }

    @Test
    void anEndlessMessageIsPassedOverWithoutBeingKept() {
        String lines = "[1] A: a\n[2] A: b\n" + "x".repeat(60_000) + "\n" + "y\n".repeat(30_000) + "[3] A: c\n";
        Decoding file = Decoding.of(
                lines,
                Format.LINES,
                Decoding.recordsUpTo(50_000).withLines(options().lines()));

        assertThat(file.contents()).hasSize(2);
        assertThat(file.lines()).containsExactly(1L, 2L, 30_004L);
        assertThat(file.unreadable()).extracting(Payload.Unreadable::code).containsExactly(FailureCode.TOO_LARGE);
    }

    @Test
    void aTextFileWithoutPatternsIsNotGuessedAt() {
        assertThat(Decoding.of("[1] A: a\n", Format.LINES).reason()).contains("extract.lines.start");
    }

    @Test
    void ofAnArchivedChatOnlyTheChatIsRead() throws IOException {
        byte[] chat = zip(Map.of("_chat.txt", "[1] A: a\n", "price list.csv", "tent,price\nRidge,300\n"));

        assertThat(Decoding.of(chat, Format.ZIP, options()).payloads())
                .singleElement()
                .isEqualTo(new Payload.Readable(1, Map.of("at", "1", "author", "A", "text", "a"), "_chat.txt"));
        assertThat(Decoding.of(zip(Map.of("notes.txt", "[1] A: a\n")), Format.ZIP, DecodeOptions.DEFAULT)
                        .reason())
                .contains("no known format");
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Property(tries = 500)
    void everyLineIsInExactlyOneRecord(@ForAll("texts") String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\r\n|[\n\r\u2028]", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        LinePatterns patterns = LinePatterns.of(List.of(MESSAGE, NOTICE), List.of("^- (?P<day>.+) -$"));
        Decoding file = Decoding.of(text, Format.LINES, DecodeOptions.DEFAULT.withLines(patterns));
        String kept = file.contents().stream().map(LinesTest::asWritten).collect(Collectors.joining("\n"));

        assertThat(kept.lines().filter(it -> !it.isEmpty()))
                .containsExactlyElementsOf(lines.stream()
                        .map(it -> it.replace("\u202F", " "))
                        .filter(it -> !it.isEmpty())
                        .toList());
    }

    /** The lines that a record was read from. */
    private static String asWritten(Object content) {
        Map<?, ?> fields = (Map<?, ?>) content;
        String text =
                fields.get("text") == null ? "" : fields.get("text").toString().replace("\u202F", " ");
        if (fields.containsKey("preamble")) {
            return fields.get("preamble").toString().replace("\u202F", " ");
        }
        if (!fields.containsKey("at")) {
            return "- " + fields.get("day") + " -" + (fields.containsKey("text") ? "\n" + text : "");
        }
        String author = fields.containsKey("author") ? fields.get("author") + ": " : "";
        return "[" + fields.get("at") + "] " + author + text;
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> foreign = Arbitraries.strings()
                .withChars("[]: -aä\u202F1😀".toCharArray())
                .ofMaxLength(12)
                .filter(LinesTest::isSound);
        Arbitrary<String> line = Arbitraries.oneOf(
                foreign,
                foreign.map(it -> "[1] Anna: " + it),
                foreign.map(it -> "[2] " + it),
                Arbitraries.of("- Monday -", "- Tuesday -", ""));
        Arbitrary<String> end = Arbitraries.of("\n", "\r\n", "\r", "\u2028");
        return line.flatMap(it -> end.map(it::concat)).list().ofMaxSize(20).map(it -> String.join("", it));
    }

    /** Half of a surrogate pair is no text, and no charset carries it. */
    private static boolean isSound(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
