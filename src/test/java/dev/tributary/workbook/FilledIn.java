package dev.tributary.workbook;

import dev.tributary.report.CellText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook of cases in the hands of a steward. */
public final class FilledIn {

    private static final int TITLES = 2;

    private final Path file;

    public FilledIn(Path file) {
        this.file = file;
    }

    /** Writes into the row of a case. */
    FilledIn write(long caseId, CaseColumn column, String text) {
        return change(sheet -> put(cell(row(sheet, caseId), column), text));
    }

    public FilledIn answer(long caseId, String answer) {
        return write(caseId, CaseColumn.ANSWER, answer);
    }

    public FilledIn contact(long caseId, String contact) {
        return write(caseId, CaseColumn.CONTACT, contact);
    }

    /** Turns the order of the rows around. */
    FilledIn turnedAround() {
        return change(sheet -> {
            int first = TITLES + 1;
            List<List<Object>> rows = new ArrayList<>();
            for (int i = first; i <= sheet.getLastRowNum(); i++) {
                rows.add(values(sheet.getRow(i)));
            }
            Collections.reverse(rows);
            for (int i = 0; i < rows.size(); i++) {
                set(sheet.getRow(first + i), rows.get(i));
            }
        });
    }

    /** Turns the order of the columns around, titles and all. */
    FilledIn columnsTurnedAround() {
        return change(sheet -> {
            for (int i = TITLES; i <= sheet.getLastRowNum(); i++) {
                List<Object> values = values(sheet.getRow(i));
                Collections.reverse(values);
                set(sheet.getRow(i), values);
            }
        });
    }

    FilledIn without(long caseId) {
        return change(sheet -> sheet.removeRow(row(sheet, caseId)));
    }

    public FilledIn change(Consumer<Sheet> deed) {
        try {
            XSSFWorkbook workbook;
            try (InputStream in = Files.newInputStream(file)) {
                workbook = new XSSFWorkbook(in);
            }
            deed.accept(workbook.getSheet(CasesSheet.NAME));
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
            workbook.close();
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The text of a cell. */
    String text(long caseId, CaseColumn column) {
        String[] text = new String[1];
        change(sheet -> text[0] = cell(row(sheet, caseId), column).getStringCellValue());
        return text[0];
    }

    /** The text to the right of all columns that went out. */
    String beside(long caseId) {
        return String.join("", besides(caseId));
    }

    /** The texts to the right of all columns that went out. */
    List<String> besides(long caseId) {
        List<String> texts = new ArrayList<>();
        change(sheet -> row(sheet, caseId).forEach(cell -> {
            if (cell.getColumnIndex() >= CaseColumn.values().length) {
                texts.add(cell.getStringCellValue());
            }
        }));
        return texts;
    }

    /** The titles of the columns, from left to right. */
    List<String> titles() {
        List<String> titles = new ArrayList<>();
        change(sheet -> sheet.getRow(TITLES).forEach(cell -> titles.add(cell.getStringCellValue())));
        return titles;
    }

    /** As a spreadsheet program writes it. */
    static void put(Cell cell, String text) {
        cell.setBlank();
        cell.setCellValue(CellText.of(text));
    }

    private static Row row(Sheet sheet, long caseId) {
        for (Row row : sheet) {
            Cell cell = row.getCell(CaseColumn.CASE.ordinal());
            if (cell != null && cell.getCellType() == CellType.NUMERIC && cell.getNumericCellValue() == caseId) {
                return row;
            }
        }
        throw new AssertionError("no row of case " + caseId);
    }

    private static Cell cell(Row row, CaseColumn column) {
        return row.getCell(column.ordinal(), MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private static List<Object> values(Row row) {
        List<Object> values = new ArrayList<>();
        for (CaseColumn column : CaseColumn.values()) {
            Cell cell = cell(row, column);
            values.add(cell.getCellType() == CellType.NUMERIC ? cell.getNumericCellValue() : cell.getStringCellValue());
        }
        return values;
    }

    private static void set(Row row, List<Object> values) {
        for (int i = 0; i < values.size(); i++) {
            Cell cell = row.getCell(i, MissingCellPolicy.CREATE_NULL_AS_BLANK);
            if (values.get(i) instanceof Double number) {
                cell.setBlank();
                cell.setCellValue(number);
            } else {
                put(cell, (String) values.get(i));
            }
        }
    }
}
