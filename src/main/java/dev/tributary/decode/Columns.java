package dev.tributary.decode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of a table, each with a name of its own. */
final class Columns {

    private final List<String> names;

    private Columns(List<String> names) {
        this.names = names;
    }

    /** Names what has no name {@code column_3}, and the second of two namesakes {@code name_2}. */
    static Columns of(List<String> header) {
        Set<String> taken = new HashSet<>(header);
        Set<String> used = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (String cell : header) {
            String name = cell.isBlank() ? "column_" + (names.size() + 1) : cell.strip();
            String unique = name;
            for (int i = 2; !used.add(unique); i++) {
                unique = taken.contains(name + "_" + i) ? name : name + "_" + i;
            }
            names.add(unique);
        }
        return new Columns(names);
    }

    int count() {
        return names.size();
    }

    String first() {
        return names.get(0);
    }

    /**
     * A row by its columns; blank and missing cells are left out.
     *
     * @param where says in a reason which row it is
     * @return null for a row without any text
     */
    @Nullable
    Payload row(long line, String where, List<String> cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).isBlank()) {
                continue;
            }
            if (i >= names.size()) {
                return Broken.unreadable(where + " has " + cells.size() + " cells, but the header has " + names.size()
                                + "; put texts that contain the delimiter in quotation marks")
                        .at(line);
            }
            row.put(names.get(i), cells.get(i));
        }
        return row.isEmpty() ? null : new Payload.Readable(line, row);
    }
}
