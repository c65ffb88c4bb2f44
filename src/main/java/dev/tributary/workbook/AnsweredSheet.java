package dev.tributary.workbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows below the titles of the columns, wherever these stand, and where beside them is room for what became of each. Not
 * thread-safe.
 */
final class AnsweredSheet implements SheetCells.Consumer {

    /** So far down the titles are looked for. */
    private static final int LAST_ROW_OF_TITLES = 50;

    private static final String RESULT = ResultColumn.TITLE.toLowerCase(Locale.ROOT);

    private final String name;
    private final String part;
    private final List<AnsweredRow> rows = new ArrayList<>();
    private @Nullable Map<CaseColumn, Integer> columns;
    private int rowOfTitles;
    private @Nullable Integer result;
    private int last = -1;

    /** @param part of the file, where the sheet lies */
    AnsweredSheet(String name, String part) {
        this.name = name;
        this.part = part;
    }

    String name() {
        return name;
    }

    String part() {
        return part;
    }

    /** As the spreadsheet counts, from 1; 0 where there are none. */
    int rowOfTitles() {
        return rowOfTitles;
    }

    /** The column of an earlier result, else the first to the right of all that is written; counted from 0. */
    int resultColumn() {
        return result == null ? last + 1 : result;
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
        cells.keySet().forEach(at -> last = Math.max(last, at));
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
        rowOfTitles = number;
        result = byTitle.getOrDefault(RESULT, List.of()).stream().findFirst().orElse(null);
        last = Collections.max(cells.keySet());
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
