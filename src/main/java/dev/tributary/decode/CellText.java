package dev.tributary.decode;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;

/** The text of a cell as a person sees it, except that dates are ISO and no digit of a number is left out. */
final class CellText {

    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);

    String of(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC -> number(cell);
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            default -> "";
        };
    }

    private String number(Cell cell) {
        double value = cell.getNumericCellValue();
        if (DateUtil.isCellDateFormatted(cell)) {
            return date(cell, value);
        }
        String format = cell.getCellStyle() == null ? null : cell.getCellStyle().getDataFormatString();
        // General and scientific formats show 1.23E+15 for an id
        if (format == null || format.equals("General") || format.contains("E+") || format.equals("@")) {
            return plain(value);
        }
        return formatter.formatRawCellContents(value, cell.getCellStyle().getDataFormat(), format);
    }

    private static String plain(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
                : "";
    }

    private static String date(Cell cell, double value) {
        LocalDateTime date = cell.getLocalDateTimeCellValue();
        if (date == null) {
            return plain(value);
        }
        return value < 1
                ? DateTimeFormatter.ISO_LOCAL_TIME.format(date)
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(date);
    }
}
