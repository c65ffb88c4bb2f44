package dev.tributary.console;

import dev.tributary.duplicate.DuplicateQueue.Mark;
import dev.tributary.duplicate.DuplicateQueue.Side;
import dev.tributary.duplicate.DuplicateQueue.Waiting;
import dev.tributary.interaction.IdentifierType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two contacts that may be one, as the page lays them side by side. */
record PairView(Waiting pair, List<Line> lines) {

    /** @param agreement in words, such as {@code the same}; empty where the two cannot be compared */
    record Line(String label, List<Cell> first, List<Cell> second, String agreement) {}

    /** @param same whether the other side has it too */
    record Cell(String text, boolean same) {}

    private static final Map<String, String> WORDS =
            Map.of("same", "the same", "close", "nearly the same", "similar", "alike", "different", "different");

    static PairView of(Waiting pair) {
        Map<String, String> agreements = agreements(pair.agreement());
        List<Line> lines = new ArrayList<>();
        text(lines, pair, "Name", Side::name, agreements, "name", "family", "given");
        text(lines, pair, "Company", Side::company, agreements, "company");
        text(lines, pair, "Address", PairView::address, agreements, "street");
        text(lines, pair, "Born", it -> it.birth() == null ? null : it.birth().toString(), agreements, "birth");
        points(lines, pair, "E-mail", IdentifierType.EMAIL, agreements, "email");
        points(lines, pair, "Phone", IdentifierType.PHONE, agreements, "phone");
        points(lines, pair, "Handle", IdentifierType.HANDLE, agreements, "handle");
        return new PairView(pair, lines);
    }

    /** Such as {@code 93 %}; one in a hundred is left open, for nothing is certain. */
    public String likelihood() {
        return Math.min(99, Math.round(100 * pair.confidence())) + " %";
    }

    /** The text of a mark, as it stands in an address. */
    static String written(Mark mark) {
        return mark.confidence() + "_" + mark.first() + "_" + mark.second();
    }

    /** @throws IllegalArgumentException where the text is no mark */
    static Mark mark(String written) {
        String[] parts = written.split("_", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("after");
        }
        return new Mark(Double.parseDouble(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    private static Map<String, String> agreements(String words) {
        return Arrays.stream(words.split(", "))
                .map(it -> it.split(" ", 2))
                .filter(it -> it.length == 2)
                .collect(Collectors.toMap(it -> it[0], it -> WORDS.getOrDefault(it[1], ""), (one, other) -> one));
    }

    private static void text(
            List<Line> lines,
            Waiting pair,
            String label,
            Function<Side, @Nullable String> value,
            Map<String, String> agreements,
            String... fields) {
        String first = value.apply(pair.first());
        String second = value.apply(pair.second());
        boolean same = Objects.equals(first, second);
        add(lines, new Line(label, cells(first, same), cells(second, same), agreement(agreements, fields)));
    }

    private static void points(
            List<Line> lines,
            Waiting pair,
            String label,
            IdentifierType type,
            Map<String, String> agreements,
            String field) {
        add(
                lines,
                new Line(label, cells(pair.first(), type), cells(pair.second(), type), agreement(agreements, field)));
    }

    private static void add(List<Line> lines, Line line) {
        if (!line.first().isEmpty() || !line.second().isEmpty()) {
            lines.add(line);
        }
    }

    private static String agreement(Map<String, String> agreements, String... fields) {
        return Arrays.stream(fields)
                .map(it -> agreements.getOrDefault(it, ""))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<Cell> cells(@Nullable String text, boolean same) {
        return text == null || text.isBlank() ? List.of() : List.of(new Cell(text, same));
    }

    private static List<Cell> cells(Side side, IdentifierType type) {
        return side.points().stream()
                .filter(it -> it.type() == type)
                .map(it -> new Cell(it.value(), it.shared()))
                .toList();
    }

    private static @Nullable String address(Side side) {
        String town = joined(" ", side.postcode(), side.city());
        String address = joined(", ", side.street(), town, side.country());
        return address.isEmpty() ? null : address;
    }

    private static String joined(String between, @Nullable String... parts) {
        return Stream.of(parts).filter(it -> it != null && !it.isBlank()).collect(Collectors.joining(between));
    }
}
