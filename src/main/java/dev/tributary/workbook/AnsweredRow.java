package dev.tributary.workbook;

import java.util.EnumMap;
import java.util.Map;

/**
 * A row that came back.
 *
 * @param number as the spreadsheet counts, from 1
 */
record AnsweredRow(String sheet, int number, Map<CaseColumn, String> cells) {

    AnsweredRow {
        cells = new EnumMap<>(cells);
    }

    /** Without blanks around it; empty where nothing is there. */
    String text(CaseColumn column) {
        return cells.getOrDefault(column, "").strip();
    }

    /** Personal data: only the place is printed. */
    @Override
    public String toString() {
        return "row " + number + " of '" + sheet + "'";
    }
}
