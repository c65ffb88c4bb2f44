package dev.tributary.resolve;

import dev.tributary.decode.DecodeOptions;
import dev.tributary.decode.Decoder;
import dev.tributary.decode.Format;
import dev.tributary.decode.Payloads;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A file with a table: what separates its cells, and its header line. */
final class TableFile {

    private static final String SEPARATORS = ",;\t|";
    private static final int LONGEST_HEADER = 100_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TableFile() {}

    /** The rows; a file whose name does not tell another format is csv. */
    static Payloads open(Decoder decoder, Path file, Charset charset) throws IOException {
        DecodeOptions options = DecodeOptions.DEFAULT.inCharset(charset);
        return isCsv(file)
                ? decoder.open(file, Format.CSV, options.delimitedBy(separator(file, charset)))
                : decoder.open(file, format(file), options);
    }

    /** The names of the columns of a csv file, as the decoder knows them; empty for other formats. */
    static List<String> header(Path file, Charset charset) throws IOException {
        if (!isCsv(file)) {
            return List.of();
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(file, charset))
                .setIgnoreEmptyLines(true)
                .get();
        List<String> names = new ArrayList<>();
        try (BufferedReader reader = reader(file, charset);
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(format).get()) {
            Iterator<CSVRecord> rows = parser.iterator();
            if (rows.hasNext()) {
                rows.next().forEach(it -> names.add(it.strip()));
            }
        } catch (UncheckedIOException broken) {
            return List.of();
        }
        names.removeIf(String::isEmpty);
        return names;
    }

    private static boolean isCsv(Path file) {
        return switch (format(file)) {
            case XLSX, GZ, ZIP -> false;
            default -> true;
        };
    }

    private static Format format(Path file) {
        return Format.ofFileName(file.toString()).orElse(Format.CSV);
    }

    /** The one of comma, semicolon, tab and bar that the first line holds most of outside of quotation marks. */
    private static char separator(Path file, Charset charset) throws IOException {
        int[] counts = new int[SEPARATORS.length()];
        try (BufferedReader reader = reader(file, charset)) {
            boolean quoted = false;
            boolean any = false;
            for (int i = 0; i < LONGEST_HEADER; i++) {
                int c = reader.read();
                if (c < 0 || (c == '\n' || c == '\r') && !quoted && any) {
                    break;
                }
                quoted ^= c == '"';
                any |= c > ' ';
                int separator = SEPARATORS.indexOf(c);
                if (separator >= 0 && !quoted) {
                    counts[separator]++;
                }
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }

    private static BufferedReader reader(Path file, Charset charset) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        Charset marked =
                first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE ? StandardCharsets.UTF_16 : charset;
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, marked));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}
