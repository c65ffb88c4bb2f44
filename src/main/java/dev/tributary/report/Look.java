package dev.tributary.report;

import dev.tributary.run.RunState;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How a cell of our workbooks may look. Fills are kept for headers and for what somebody should see at once. */
public enum Look {
    TITLE(Ink.DEEP, 18),
    NOTE(Ink.QUIET, 10),
    SECTION(Ink.DEEP, 13),
    HEADER(Ink.WHITE, 11),
    NUMBER_HEADER(Ink.WHITE, 11),
    SUBHEADER(Ink.DEEP, 11),
    LABEL(Ink.QUIET, 11),
    TEXT(Ink.PLAIN, 11),
    /** A text that a spreadsheet might take for a formula: marked as text with the quote prefix. */
    QUOTED(Ink.PLAIN, 11),
    NUMBER(Ink.PLAIN, 11),
    WHEN(Ink.PLAIN, 11),
    DAY(Ink.PLAIN, 11),
    SHARE(Ink.PLAIN, 11),
    TIME(Ink.PLAIN, 11),
    LINK(0x1A5FB4, 11),
    /** Where a person writes: the only cells that a protected sheet lets them change. */
    ANSWER(Ink.PLAIN, 11),
    GOOD(0x14532D, 11),
    DOUBTFUL(0x6F4500, 11),
    BAD(0x8A1C12, 11);

    private final int ink;
    private final int points;

    Look(int ink, int points) {
        this.ink = ink;
        this.points = points;
    }

    static Look of(RunState state) {
        return switch (state) {
            case COMPLETED -> GOOD;
            case PARTIAL, HELD, STOPPED, RUNNING -> DOUBTFUL;
            case FAILED -> BAD;
        };
    }

    static Look of(boolean balances) {
        return balances ? GOOD : BAD;
    }

    XSSFCellStyle style(XSSFWorkbook workbook) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font(workbook));
        style.setVerticalAlignment(this == TITLE ? VerticalAlignment.CENTER : VerticalAlignment.TOP);
        style.setWrapText(grows() || this == NOTE);
        style.setQuotePrefixed(this == QUOTED || this == HEADER || this == NUMBER_HEADER);
        style.setLocked(this != ANSWER);
        style.setDataFormat(workbook.createDataFormat().getFormat(format()));
        align(style);
        fill(style);
        underline(style);
        return style;
    }

    private XSSFFont font(XSSFWorkbook workbook) {
        XSSFFont font = workbook.createFont();
        font.setFontName("Calibri");
        font.setFontHeightInPoints((short) points);
        font.setColor(color(ink));
        font.setBold(
                switch (this) {
                    case TITLE, SECTION, HEADER, NUMBER_HEADER, SUBHEADER, GOOD, DOUBTFUL, BAD -> true;
                    default -> false;
                });
        font.setUnderline(this == LINK ? Font.U_SINGLE : Font.U_NONE);
        return font;
    }

    /** Whether the row becomes as high as the text needs. */
    boolean grows() {
        return switch (this) {
            case HEADER, NUMBER_HEADER, TEXT, QUOTED, ANSWER -> true;
            default -> false;
        };
    }

    private String format() {
        return switch (this) {
            case NUMBER -> "#,##0";
            case WHEN -> "yyyy\\-mm\\-dd\\ hh:mm:ss";
            case DAY -> "yyyy\\-mm\\-dd";
            case SHARE -> "0.0%";
            case TIME -> "[h]:mm:ss";
            case TITLE, NOTE, SECTION, HEADER, NUMBER_HEADER, SUBHEADER, LABEL, LINK, GOOD, DOUBTFUL, BAD -> "General";
            case TEXT, QUOTED, ANSWER -> "@";
        };
    }

    private void align(XSSFCellStyle style) {
        switch (this) {
            case TITLE, NOTE, SECTION -> style.setAlignment(HorizontalAlignment.LEFT);
            case NUMBER, SHARE, TIME, NUMBER_HEADER -> style.setAlignment(HorizontalAlignment.RIGHT);
            default -> {
                style.setAlignment(HorizontalAlignment.LEFT);
                style.setIndention((short) 1);
            }
        }
    }

    private void fill(XSSFCellStyle style) {
        int fill = switch (this) {
            case HEADER, NUMBER_HEADER -> Ink.TEAL;
            case SUBHEADER -> 0xE6EEF0;
            case GOOD -> 0xDDF3E4;
            case DOUBTFUL -> 0xFFF0CC;
            case ANSWER -> 0xFFFBEA;
            case BAD -> 0xFBDDDA;
            default -> Ink.WHITE;
        };
        if (fill != Ink.WHITE) {
            style.setFillForegroundColor(color(fill));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
    }

    private void underline(XSSFCellStyle style) {
        if (this != TITLE && this != NOTE && this != SECTION) {
            style.setBorderBottom(BorderStyle.HAIR);
            style.setBottomBorderColor(color(Ink.LINE));
        }
    }

    static XSSFColor color(int rgb) {
        byte[] bytes = {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb};
        return new XSSFColor(bytes, new DefaultIndexedColorMap());
    }

    private static final class Ink {
        private static final int DEEP = 0x12343B;
        private static final int TEAL = 0x1F5A66;
        private static final int PLAIN = 0x1D2A2E;
        private static final int QUIET = 0x5B6B70;
        private static final int LINE = 0xB7C4C8;
        private static final int WHITE = 0xFFFFFF;
    }
}
