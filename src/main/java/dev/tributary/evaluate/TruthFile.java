package dev.tributary.evaluate;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A csv file with a header, read row by row. */
final class TruthFile {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Path file;
    private final List<String> columns;

    /** @param columns those that it must have */
    TruthFile(Path file, String... columns) {
        this.file = file;
        this.columns = List.of(columns);
    }

    boolean isThere() {
        return Files.isRegularFile(file);
    }

    /** At least as many as there are rows. */
    long lines() {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @throws TruthUnusable where it lacks a column, or a row is not as its header says */
    void forEach(Consumer<Row> listener) {
        try (Reader in = Files.newBufferedReader(file);
                CSVParser csv = CSVParser.parse(in, FORMAT)) {
            Set<String> there = Set.copyOf(csv.getHeaderNames());
            for (String column : columns) {
                if (!there.contains(column)) {
                    throw new TruthUnusable(
                            file + " has no column '" + column + "'; it needs " + String.join(", ", columns));
                }
            }
            for (CSVRecord row : csv) {
                if (!row.isConsistent()) {
                    throw new TruthUnusable(file + ":" + csv.getCurrentLineNumber() + ": there are " + row.size()
                            + " cells where the header has "
                            + csv.getHeaderNames().size());
                }
                listener.accept(new Row(row, file + ":" + csv.getCurrentLineNumber()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param place for messages */
    record Row(CSVRecord cells, String place) {

        String get(String column) {
            return cells.get(column);
        }

        boolean is(String column) {
            String cell = get(column);
            if (!cell.equals("true") && !cell.equals("false")) {
                throw new TruthUnusable(place + ": '" + column + "' is true or false, and not '" + cell + "'");
            }
            return cell.equals("true");
        }
    }
}
