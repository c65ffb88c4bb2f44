package dev.tributary.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

class DecoderTest {

    private static final DecodeOptions OPTIONS = DecodeOptions.DEFAULT
            .named("a.ndjson.gz")
            .withLines(LinePatterns.of(List.of("^(?P<date>[0-9/]+) (?P<author>[^:]+): (?P<text>.*)$"), List.of()));

    @TempDir
    private Path folder;

    /** Of an archive only the files of lines are read where there are patterns. */
    private static DecodeOptions options(Format format) {
        return format == Format.ZIP ? DecodeOptions.DEFAULT : OPTIONS;
    }

    /** POI logs every fault that these tests make. */
    @BeforeAll
    static void silencePoi() {
        LoggingSystem.get(DecoderTest.class.getClassLoader()).setLogLevel("org.apache.poi", LogLevel.OFF);
    }

    private static byte[] sound(Format format) throws IOException {
        return switch (format) {
            case XLSX -> workbook();
            case ZIP -> archive();
            case GZ -> Decoding.gzip(sound(Format.NDJSON));
            default -> text(format).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static String text(Format format) {
        String post = "From a@example.org Fri Mar  1 09:30:00 2024\n";
        String mail = "Subject: =?utf-8?Q?=C3=BC?=\nFrom: Ann <a@example.org>\nDate: Fri, 1 Mar 2024 09:30:00 +0200\n"
                + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n--b\nContent-Type: text/html\n\n<b>ü</b>\n--b--\n";
        return switch (format) {
            case JSON -> "[{\"id\":1,\"t\":\"ü😀\"},{\"id\":[2.5,null]},{\"id\":\"3\"}]";
            case NDJSON -> "{\"id\":1,\"t\":\"ü😀\"}\n{\"id\":[2.5,null]}\n{\"id\":\"3\"}\n";
            case X_ARCHIVE -> "window.YTD.tweets.part0 = [{\"id\":1},{\"id\":2}]";
            case CSV -> "id,text\n1,\"a\nb\"\n2,\"say \"\"ü\"\"\"\n3,c\n";
            case LINES -> "1/2/26 Anna: a\nb\n1/2/26 Tom: ü😀\n\n2/2/26 Anna: c\n";
            case XML -> "<?xml version='1.0'?><xml><a b='c'>ü</a><a><![CDATA[d]]></a></xml>";
            case FEED ->
                "<?xml version='1.0'?><rss version='2.0'><channel><title>ü</title><item><title>a</title><guid>1</guid></item>"
                        + "<item><title>b</title><guid>2</guid></item></channel></rss>";
            case EML -> mail;
            case MBOX -> post + mail + "\n" + post + mail;
            default -> throw new IllegalArgumentException(format.name());
        };
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet();
            for (int i = 0; i < 5; i++) {
                sheet.createRow(i).createCell(0).setCellValue("cell " + i);
            }
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Format format : new Format[] {Format.XLSX, Format.CSV, Format.NDJSON, Format.XML, Format.EML}) {
                zip.putNextEntry(new ZipEntry("a." + format.name().toLowerCase(Locale.ROOT)));
                zip.write(sound(format));
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aSoundFileHasOnlyReadablePayloads(Format format) throws IOException {
        assertThat(Decoding.of(sound(format), format, options(format)).payloads())
                .isNotEmpty()
                .hasOnlyElementsOfType(Payload.Readable.class);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void whateverHappenedToAFileNothingIsThrownAndEveryReasonIsASentence(Format format) throws IOException {
        byte[] sound = sound(format);
        Random random = new Random(7);
        for (int i = 0; i < 150; i++) {
            byte[] broken = Arrays.copyOf(sound, i % 3 == 0 ? random.nextInt(sound.length) : sound.length);
            for (int flips = i % 5; flips > 0 && broken.length > 0; flips--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            Decoding file = Decoding.of(broken, format, options(format));
            assertThat(file.unreadable()).allSatisfy(payload -> {
                assertThat(payload.reason()).contains(";").hasSizeBetween(20, 400);
                assertThat(payload.line()).isPositive();
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void closingAHalfReadFileReleasesItAndEndsIt(Format format) throws IOException {
        Path handles = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(handles));
        Path file = Files.write(folder.resolve("file"), sound(format));
        Payloads payloads =
                new Decoder(Path.of("target", "scratch"), DecodeLimits.DEFAULT).open(file, format, options(format));
        assertThat(payloads.next()).isInstanceOf(Payload.Readable.class);

        payloads.close();

        assertThat(payloads.hasNext()).isFalse();
        assertThatThrownBy(payloads::next).isInstanceOf(NoSuchElementException.class);
        assertThat(openFiles(handles))
                .noneMatch(name -> name.startsWith(folder.toString()) || name.contains("/workbook"));
    }

    private static Stream<String> openFiles(Path handles) throws IOException {
        try (Stream<Path> open = Files.list(handles)) {
            return open.map(DecoderTest::target).toList().stream();
        }
    }

    private static String target(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
