package dev.tributary.decode;

import com.github.pjfanning.xlsx.SharedStringsImplementationType;
import com.github.pjfanning.xlsx.StreamingReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;

/** The rows of all sheets of a workbook. */
final class XlsxRecords implements Records {

    private static final int ROWS_AHEAD = 100;

    private final Workbook workbook;
    private final Path copy;
    private final Iterator<Sheet> sheets;
    private final CellText texts = new CellText();
    private @Nullable Sheet sheet;
    private @Nullable Iterator<Row> rows;
    private @Nullable Columns columns;
    private int sheetNumber;
    private long ordinal;

    private XlsxRecords(Workbook workbook, Path copy) {
        this.workbook = workbook;
        this.copy = copy;
        this.sheets = workbook.sheetIterator();
    }

    /** Read from a copy: the library opens files for writing, and writes a damaged one anew. */
    static Records of(Source source, DecodeLimits limits) throws IOException {
        Files.createDirectories(source.scratch());
        Path copy = Files.createTempFile(source.scratch(), "workbook", ".xlsx");
        try (source) {
            Files.copy(source.in(), copy, StandardCopyOption.REPLACE_EXISTING);
            WorkbookLimits.check(copy, limits);
            return new XlsxRecords(open(copy), copy);
        } catch (IOException | RuntimeException thrown) {
            Files.deleteIfExists(copy);
            throw thrown;
        }
    }

    private static Workbook open(Path file) throws IOException {
        try {
            return StreamingReader.builder()
                    .rowCacheSize(ROWS_AHEAD)
                    .setSharedStringsImplementationType(SharedStringsImplementationType.POI_READ_ONLY)
                    .setReadSharedFormulas(false)
                    .open(file.toFile());
        } catch (RuntimeException e) {
            throw Broken.unreadable("the file is no workbook that can be read; open it and save it again as .xlsx");
        }
    }

    @Override
    public @Nullable Payload next() throws IOException {
        while (true) {
            if (rows == null || !rows.hasNext()) {
                if (!sheets.hasNext()) {
                    return null;
                }
                beginSheet();
            } else {
                Payload payload = payload(rows.next());
                if (payload != null) {
                    return payload;
                }
            }
        }
    }

    private void beginSheet() {
        sheet = sheets.next();
        sheetNumber++;
        rows = sheet.rowIterator();
        columns = null;
    }

    private @Nullable Payload payload(Row row) {
        List<String> cells = cells(row);
        if (columns == null) {
            columns = cells.stream().allMatch(String::isBlank) ? null : Columns.of(cells);
            return null;
        }
        String where = "row " + (row.getRowNum() + 1) + " of sheet " + sheetNumber;
        Payload payload = columns.row(ordinal + 1, where, cells);
        ordinal += payload == null ? 0 : 1;
        if (payload instanceof Payload.Readable readable && workbook.getNumberOfSheets() > 1 && sheet != null) {
            @SuppressWarnings("unchecked")
            Map<String, Object> content = (Map<String, Object>) readable.content();
            content.put("@sheet", sheet.getSheetName());
        }
        return payload;
    }

    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (Cell cell : row) {
            while (cells.size() <= cell.getColumnIndex()) {
                cells.add("");
            }
            cells.set(cell.getColumnIndex(), texts.of(cell));
        }
        return cells;
    }

    @Override
    public void close() throws IOException {
        try {
            workbook.close();
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
