package dev.tributary.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.run.FailureCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ArchiveTest {

    private static byte[] zip(String... namesAndContents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Decoding unzip(byte[] zip) {
        return Decoding.of(zip, Format.ZIP, DecodeOptions.DEFAULT);
    }

    @Test
    void anArchiveIsAllItsMessagesCountedThrough() {
        Decoding archive = unzip(zip(
                "data/", "",
                "data/tweets.js", "window.YTD.tweets.part0 = [{\"a\":1},{\"a\":2}]",
                "media/picture.jpg", "x",
                "index.html", "<html>",
                "assets/js/main.js", "function() {}",
                "__MACOSX/._calls.csv", "x",
                "calls.csv", "from,to\n1,2\n"));

        assertThat(archive.contents()).containsExactly(Map.of("a", 1), Map.of("a", 2), Map.of("from", "1", "to", "2"));
        assertThat(archive.lines()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aBrokenEntryIsNamedAndTheNextOnesFollow() {
        Decoding archive = unzip(zip("a.json", "[{\"a\":1},{", "b.json", "", "c.json", "{\"c\":1}"));

        assertThat(archive.contents()).containsExactly(Map.of("a", 1), Map.of("c", 1));
        assertThat(archive.lines()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(archive.unreadable())
                .extracting(Payload.Unreadable::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("entry 'a.json': the file ends in the middle"),
                        reason -> assertThat(reason).startsWith("entry 'b.json': the file is empty"));
    }

    @Test
    void namesThatLeadOutOfTheArchiveAreRefused() {
        Decoding archive = unzip(zip(
                "../a.json",
                "1",
                "/b.json",
                "1",
                "c\\..\\d.json",
                "1",
                "C:\\e.json",
                "1",
                "f\n.json",
                "1",
                "g..json",
                "1"));

        assertThat(archive.contents()).containsExactly(1);
        assertThat(archive.unreadable())
                .hasSize(5)
                .allSatisfy(entry -> assertThat(entry.reason())
                        .contains("leads out of the archive")
                        .doesNotContain("\n"));
    }

    @Test
    void archivesInArchivesAndUnknownEndingsAreReported() {
        Decoding archive = unzip(zip("inner.zip", "x", "b.gz", "x", "a.docx", "x", "b.pages", "x", "readme.txt", "x"));

        assertThat(archive.unreadable())
                .extracting(Payload.Unreadable::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("'inner.zip'").contains("archive in an archive"),
                        reason -> assertThat(reason).contains("'b.gz'").contains("archive in an archive"),
                        reason -> assertThat(reason).startsWith("2 entries").contains("'a.docx'"));
    }

    @Test
    void aCutArchiveIsReadAsFarAsItGoes() {
        byte[] zip = zip("a.ndjson", Decoding.messages(10), "b.ndjson", Decoding.messages(1000));
        byte[] inTheSecond = Arrays.copyOf(zip, zip.length * 2 / 3);
        Decoding cut = unzip(inTheSecond);
        assertThat(cut.contents()).hasSizeBetween(300, 1009);
        assertThat(cut.reason()).startsWith("entry 'b.ndjson': the compressed file is cut");
        assertThat(cut.payloads().get(cut.payloads().size() - 1)).isInstanceOf(Payload.Unreadable.class);

        int secondEntry = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\3\4", 4);
        Decoding between = unzip(Arrays.copyOf(zip, secondEntry));
        assertThat(between.contents()).hasSize(10);
        assertThat(between.reason()).startsWith("the archive is cut");
        assertThat(unzip("PK\3\4".getBytes(StandardCharsets.ISO_8859_1)).unreadable())
                .hasSize(1);
    }

    @Test
    void everyPrefixOfAnArchiveEndsWithAReasonAndNothingThrown() {
        byte[] zip = zip("a.ndjson", Decoding.messages(5), "b.csv", "id,text\n1,a\n");
        for (int length = 0; length < zip.length - 22; length++) {
            assertThat(unzip(Arrays.copyOf(zip, length)).unreadable())
                    .as("first %d bytes", length)
                    .isNotEmpty();
        }
    }

    @Test
    void bombsAreDefused() {
        byte[] bomb = zip("a.ndjson", "{\"a\":1}\n" + " ".repeat(50_000_000), "b.json", "1");
        Decoding archive = unzip(bomb);
        assertThat(archive.contents()).containsExactly(Map.of("a", 1));
        assertThat(archive.unreadable().get(0).code()).isEqualTo(FailureCode.TOO_LARGE);
        assertThat(archive.reason()).contains("times its size");

        DecodeLimits few = new DecodeLimits(DataSize.ofMegabytes(1), DataSize.ofBytes(100_000), 200, 200, 2);
        byte[] three = zip("a.json", "1", "b.json", "2", "c.json", "3");
        Decoding many = Decoding.of(three, Format.ZIP, DecodeOptions.DEFAULT.within(few));
        assertThat(many.contents()).containsExactly(1, 2);
        assertThat(many.reason()).contains("more than 2 entries");

        byte[] large = zip("a.ndjson", Decoding.messages(10_000));
        Decoding expanded = Decoding.of(large, Format.ZIP, DecodeOptions.DEFAULT.within(few));
        assertThat(expanded.reason()).contains("more than 100000 bytes");
        assertThat(expanded.contents()).hasSizeGreaterThan(1000);
    }
}
