package dev.tributary.decode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a table of text. */
final class CsvRecords implements Records {

    private static final String IN_ANOTHER_CHARSET =
            "not in the charset that was expected; save the file as UTF-8, or name its charset";

    private final RowReader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private final Columns columns;

    private CsvRecords(RowReader reader, CSVParser parser, DecodeOptions options) throws IOException {
        this.reader = reader;
        this.parser = parser;
        this.rows = parser.iterator();
        this.columns = Columns.of(options.columns().isEmpty() ? header(options) : options.columns());
    }

    static Records of(Source source, DecodeOptions options) throws IOException {
        RowReader reader = new RowReader(
                Text.reader(source.in(), options.charset()), options.limits().recordBytes());
        // empty lines count, so that after a broken row the rest of its line can be passed over
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(options.delimiter())
                .setIgnoreEmptyLines(false)
                .get();
        return new CsvRecords(
                reader, CSVParser.builder().setReader(reader).setFormat(format).get(), options);
    }

    private List<String> header(DecodeOptions options) throws IOException {
        CSVRecord header = firstRow(options.header());
        if (header == null) {
            throw Broken.unreadable(
                    options.header().isEmpty()
                            ? "the file is empty; have it exported again"
                            : "no line begins with '" + String.join("' or '", options.header())
                                    + "' as the header line should; name the first column of the header line");
        }
        List<String> names = header.toList();
        if (names.stream().anyMatch(name -> name.indexOf(MarkingReader.MALFORMED) >= 0)) {
            throw Broken.unreadable("the header line is " + IN_ANOTHER_CHARSET);
        }
        expectDelimiter(names, options.delimiter());
        return names;
    }

    /** The first row with any text, or that begins with one of the cells. */
    private @Nullable CSVRecord firstRow(List<String> firstCells) throws IOException {
        try {
            while (rows.hasNext()) {
                CSVRecord row = rows.next();
                boolean fits = firstCells.isEmpty()
                        ? !isEmpty(row)
                        : firstCells.contains(row.get(0).strip());
                if (fits) {
                    return row;
                }
            }
            return null;
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CSVException)) {
                throw e.getCause();
            }
            throw Broken.unreadable(
                    "the header line has a quotation mark that is not closed or not doubled; correct it");
        }
    }

    private static void expectDelimiter(List<String> names, char delimiter) throws Broken {
        if (names.size() > 1) {
            return;
        }
        for (char other : new char[] {',', ';', '\t', '|'}) {
            if (other != delimiter && names.get(0).indexOf(other) >= 0) {
                throw Broken.unreadable("the header line is not separated by '" + delimiter + "' but seems to be by "
                        + (other == '\t' ? "tabs" : "'" + other + "'") + "; name that as the delimiter");
            }
        }
    }

    @Override
    public @Nullable Payload next() throws IOException {
        while (true) {
            long line = parser.getCurrentLineNumber() + 1;
            reader.rowBegins();
            try {
                if (!rows.hasNext()) {
                    return null;
                }
                Payload payload = payload(line, rows.next());
                if (payload != null) {
                    return payload;
                }
            } catch (UncheckedIOException e) {
                return broken(line, e);
            }
        }
    }

    private @Nullable Payload payload(long line, CSVRecord row) {
        List<String> cells = row.toList();
        if (reader.endedWithinLine() && cells.size() < columns.count() && !isEmpty(row)) {
            return Broken.unreadable("the file ends in the middle of the row in line " + line
                            + "; it was cut on the way, have it exported again")
                    .at(line);
        }
        for (String cell : cells) {
            if (cell.indexOf(MarkingReader.MALFORMED) >= 0) {
                return Broken.unreadable("the row in line " + line + " is " + IN_ANOTHER_CHARSET)
                        .at(line);
            }
        }
        return columns.row(line, "the row in line " + line, cells);
    }

    /** Passes over the rest of the broken row's line. */
    private Payload broken(long line, UncheckedIOException thrown) throws IOException {
        if (!(thrown.getCause() instanceof CSVException)) {
            throw thrown.getCause();
        }
        boolean more = !reader.endedWithinLine() && skipLine();
        return Broken.unreadable(
                        "the row in line " + line
                                + (more
                                        ? " has a quotation mark that is not doubled; correct it"
                                        : " has a quotation mark that is not closed, or the file was cut in it; have it exported again"))
                .at(line);
    }

    private boolean skipLine() {
        try {
            return rows.hasNext() && rows.next() != null;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static boolean isEmpty(CSVRecord row) {
        return row.size() == 1 && row.get(0).isBlank();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
