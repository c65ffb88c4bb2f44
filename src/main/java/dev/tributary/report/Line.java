package dev.tributary.report;

import dev.tributary.run.RunState;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.jspecify.annotations.Nullable;

/** One row, filled from left to right. A cell is a text, a number or a date; nothing ever becomes a formula. */
public final class Line {

    private static final float POINTS_PER_LINE = 14.6f;
    private static final int MOST_LINES = 20;
    private static final double SECONDS_PER_DAY = 86_400;
    private static final int FIRST_YEAR_OF_SPREADSHEETS = 1900;

    private final Book book;
    private final Row row;
    private final int[] widths;
    private int column;
    private int height = 1;

    /** @param widths of the columns, in characters */
    Line(Book book, Row row, int[] widths) {
        this.book = book;
        this.row = row;
        this.widths = widths;
    }

    /** A text; foreign text stays what it is. */
    public Line text(@Nullable String text) {
        return text(text, text != null && CellText.looksLikeFormula(text) ? Look.QUOTED : Look.TEXT);
    }

    /** A text that looks like something; empty for null. */
    public Line text(@Nullable String text, Look look) {
        Cell cell = cell(look);
        if (text != null && !text.isEmpty()) {
            cell.setCellValue(CellText.of(text));
            makeRoom(text, look, widths[column - 1]);
        }
        return this;
    }

    /**
     * A text over several columns that look like one cell.
     *
     * @param columns how many
     */
    public Line wide(String text, Look look, int columns) {
        cell(look).setCellValue(CellText.of(text));
        int width = 0;
        for (int i = 0; i < columns; i++) {
            width += widths[column - 1 + i];
        }
        makeRoom(text, look, width);
        return this;
    }

    // Not every program finds the height of wrapped text by itself.
    private void makeRoom(String text, Look look, int width) {
        int needed = look.grows() ? Math.min(CellText.lines(text, width), MOST_LINES) : 1;
        if (needed > height) {
            height = needed;
            row.setHeightInPoints(1 + POINTS_PER_LINE * height);
        }
    }

    /** A number. */
    public Line number(long number) {
        cell(Look.NUMBER).setCellValue(number);
        return this;
    }

    /** A number; empty for null. */
    public Line number(@Nullable Long number) {
        return number == null ? blank() : number(number.longValue());
    }

    Line share(double share) {
        cell(Look.SHARE).setCellValue(share);
        return this;
    }

    Line time(@Nullable Integer seconds) {
        if (seconds == null) {
            return blank();
        }
        cell(Look.TIME).setCellValue(seconds / SECONDS_PER_DAY);
        return this;
    }

    Line day(LocalDate day) {
        cell(Look.DAY).setCellValue(day);
        return this;
    }

    /** @param at in UTC */
    Line when(@Nullable LocalDateTime at) {
        if (at == null) {
            return blank();
        }
        if (at.getYear() < FIRST_YEAR_OF_SPREADSHEETS) {
            return text(at.toString());
        }
        cell(Look.WHEN).setCellValue(at);
        return this;
    }

    Line state(RunState state) {
        return text(StateWords.state(state), Look.of(state));
    }

    /** A text that leads to another sheet of the book. */
    Line link(String text, String sheet) {
        Cell cell = cell(Look.LINK);
        cell.setCellValue(CellText.of(text));
        Hyperlink link = row.getSheet().getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + sheet + "'!A1");
        cell.setHyperlink(link);
        return this;
    }

    /** An empty cell. */
    public Line blank() {
        cell(Look.TEXT);
        return this;
    }

    private Cell cell(Look look) {
        Cell cell = row.createCell(column++);
        cell.setCellStyle(book.style(look));
        return cell;
    }
}
