package dev.tributary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Every row of every table at one moment, by the table's name. */
record Contents(SortedMap<String, List<String>> rows) {

    Contents without(Predicate<String> table) {
        SortedMap<String, List<String>> others = new TreeMap<>(rows);
        others.keySet().removeIf(table);
        return new Contents(others);
    }

    /** The rows that came or went until that other moment, a line each. */
    List<String> changesUntil(Contents later) {
        List<String> changes = new ArrayList<>();
        TreeSet<String> tables = new TreeSet<>(rows.keySet());
        tables.addAll(later.rows.keySet());
        for (String table : tables) {
            List<String> gone = new ArrayList<>(of(table));
            List<String> come = new ArrayList<>(later.of(table));
            later.of(table).forEach(gone::remove);
            of(table).forEach(come::remove);
            gone.forEach(row -> changes.add("- " + table + ": " + row));
            come.forEach(row -> changes.add("+ " + table + ": " + row));
        }
        return changes;
    }

    List<String> of(String table) {
        return rows.getOrDefault(table, List.of());
    }

    static Contents of(Map<String, List<String>> rows) {
        return new Contents(new TreeMap<>(rows));
    }
}
