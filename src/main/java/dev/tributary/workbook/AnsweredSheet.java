package dev.tributary.workbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows below the titles of the columns, wherever these stand. Not thread-safe. */
final class AnsweredSheet implements SheetCells.Consumer {

    /** So far down the titles are looked for. */
    private static final int LAST_ROW_OF_TITLES = 50;

    private final String name;
    private final List<AnsweredRow> rows = new ArrayList<>();
    private @Nullable Map<CaseColumn, Integer> columns;

    AnsweredSheet(String name) {
        this.name = name;
    }

    /** Whether there are titles of cases in it. */
    boolean isOfCases() {
        return columns != null;
    }

    List<AnsweredRow> rows() {
        return rows;
    }

    @Override
    public void row(int number, Map<Integer, String> cells) {
        if (columns == null) {
            if (number <= LAST_ROW_OF_TITLES) {
                columns = titles(number, cells);
            }
            return;
        }
        Map<CaseColumn, String> known = new EnumMap<>(CaseColumn.class);
        columns.forEach((column, at) -> {
            String text = cells.get(at);
            if (text != null && !text.isBlank()) {
                known.put(column, text);
            }
        });
        if (!known.isEmpty()) {
            rows.add(new AnsweredRow(name, number, known));
        }
    }

    private @Nullable Map<CaseColumn, Integer> titles(int number, Map<Integer, String> cells) {
        Map<String, List<Integer>> byTitle = new HashMap<>();
        cells.forEach((column, text) -> byTitle.computeIfAbsent(
                        text.strip().toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                .add(column));
        Map<CaseColumn, Integer> found = new EnumMap<>(CaseColumn.class);
        for (CaseColumn column : CaseColumn.values()) {
            List<Integer> at = byTitle.getOrDefault(column.title().toLowerCase(Locale.ROOT), List.of());
            if (column.isRead() && !at.isEmpty()) {
                found.put(column, at.get(0));
            }
        }
        if (!found.containsKey(CaseColumn.CASE) || !found.containsKey(CaseColumn.ANSWER)) {
            return null;
        }
        check(number, found, byTitle);
        return found;
    }

    private void check(int number, Map<CaseColumn, Integer> found, Map<String, List<Integer>> byTitle) {
        String twice = found.keySet().stream()
                .map(CaseColumn::title)
                .filter(it -> Objects.requireNonNull(byTitle.get(it.toLowerCase(Locale.ROOT)))
                                .size()
                        > 1)
                .collect(Collectors.joining("', '"));
        if (!twice.isEmpty()) {
            throw new UnusableWorkbook("Row " + number + " of the sheet '" + name + "' has two columns '" + twice
                    + "'; delete or rename one of them");
        }
        if (!found.containsKey(CaseColumn.STAMP)) {
            throw new UnusableWorkbook("The sheet '" + name + "' has no column '" + CaseColumn.STAMP.title()
                    + "', which tells what you saw; export the cases again, and copy your answers over");
        }
    }
}
