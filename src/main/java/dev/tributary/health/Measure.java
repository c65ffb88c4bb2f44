package dev.tributary.health;

import java.util.List;

/**
 * A number that is measured in the database.
 *
 * @param name as Micrometer writes it, without its unit
 * @param unit {@code seconds}; empty for numbers of things
 * @param labels the names of the query's first columns, which tell one value from another: few, and never personal data
 * @param sql its last column is the value: a number, or a time or date in UTC, which is told in seconds since 1970
 */
record Measure(String name, String unit, String description, List<String> labels, String sql) {

    static final String SECONDS = "seconds";

    static Measure count(String name, String description, List<String> labels, String sql) {
        return new Measure(name, "", description, labels, sql);
    }

    static Measure seconds(String name, String description, List<String> labels, String sql) {
        return new Measure(name, SECONDS, description, labels, sql);
    }
}
