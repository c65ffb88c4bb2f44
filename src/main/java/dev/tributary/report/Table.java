package dev.tributary.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** A sheet with a title, a note and a table. Where a sheet is full, the table goes on in {@code Name (2)}. */
public final class Table implements AutoCloseable {

    /**
     * A sheet with all of its rows.
     *
     * @param header the row of the titles, counted from 0
     * @param last the last row
     */
    public record Filled(SXSSFSheet sheet, int header, int last) {}

    private static final float LINE_HEIGHT = 14.5f;

    private final Book book;
    private final String name;
    private final List<Column> columns;
    private final int[] widths;
    private Consumer<Filled> whenFilled = filled -> {};
    private int frozen;
    private SXSSFSheet sheet;
    private int sheets = 1;
    private int next;
    private int header = -1;

    /**
     * @param name of the sheet
     * @param note one or two sentences below the title
     */
    public Table(Book book, String name, String title, String note, Column... columns) {
        this.book = book;
        this.name = name;
        this.columns = List.of(columns);
        this.widths = this.columns.stream().mapToInt(Column::width).toArray();
        this.sheet = sheet(name);
        heading(title, note);
    }

    /** Keeps so many columns in sight. */
    public Table frozen(int firstColumns) {
        frozen = firstColumns;
        return this;
    }

    /** What is to be done with each sheet of the table after its last row. */
    public Table whenFilled(Consumer<Filled> more) {
        whenFilled = more;
        return this;
    }

    /**
     * A row above the table; none may follow the first {@link #row()}.
     *
     * @param merged pairs of the first and last column of what is to look like one cell, counted from 0
     */
    public Line preface(List<int[]> merged) {
        for (int[] range : merged) {
            sheet.addMergedRegion(new CellRangeAddress(next, next, range[0], range[1]));
        }
        return new Line(book, sheet.createRow(next++), widths);
    }

    /** An empty row above the table. */
    public void gap() {
        next++;
    }

    /** A row more. */
    public Line row() {
        if (header < 0) {
            header();
        } else if (next == book.rowsPerSheet()) {
            finish();
            sheet = sheet(name + " (" + ++sheets + ")");
            next = 0;
            header();
        }
        return new Line(book, sheet.createRow(next++), widths);
    }

    @Override
    public void close() {
        if (header < 0) {
            header();
        }
        finish();
    }

    private SXSSFSheet sheet(String sheetName) {
        SXSSFSheet created = book.sheet(sheetName);
        for (int i = 0; i < columns.size(); i++) {
            created.setColumnWidth(i, columns.get(i).width() * 256);
        }
        return created;
    }

    private void heading(String title, String note) {
        Row first = sheet.createRow(next++);
        first.setHeightInPoints(28);
        new Line(book, first, widths).text(title, Look.TITLE);
        int width = Math.min(160, Arrays.stream(widths).sum());
        Row second = sheet.createRow(next++);
        second.setHeightInPoints(LINE_HEIGHT * (1 + note.length() / width));
        new Line(book, second, widths).text(note, Look.NOTE);
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, lastColumnWithin(width)));
    }

    private int lastColumnWithin(int width) {
        int sum = 0;
        int column = 0;
        while (column < widths.length && sum < width) {
            sum += widths[column++];
        }
        return Math.max(1, column - 1);
    }

    private void header() {
        header = next;
        Line line = new Line(book, sheet.createRow(next++), widths);
        columns.forEach(column -> line.text(column.title(), column.numbers() ? Look.NUMBER_HEADER : Look.HEADER));
        sheet.createFreezePane(frozen, next);
        sheet.setRepeatingRows(new CellRangeAddress(header, header, -1, -1));
    }

    private void finish() {
        int last = Math.max(header, next - 1);
        sheet.setAutoFilter(new CellRangeAddress(header, last, 0, columns.size() - 1));
        whenFilled.accept(new Filled(sheet, header, last));
    }
}
