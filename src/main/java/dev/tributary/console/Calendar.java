package dev.tributary.console;

import dev.tributary.coverage.Gap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/**
 * The messages of each day as a picture: a column for each week, a square for each day, the newest week on the right. Positions are in
 * units of the picture.
 *
 * @param months where a month begins
 */
public record Calendar(List<Square> squares, List<Month> months, int width, int height) {

    private static final int STEP = 14;
    private static final int TOP = 16;
    private static final int LEVELS = 4;

    /** @param look {@code level0} for none to {@code level4} for most, {@code gap} where there should be some */
    public record Square(int x, int y, String look, LocalDate day, long messages) {}

    /** The first column in which a month has a day. */
    public record Month(int x, LocalDate first) {}

    static Calendar of(NavigableMap<LocalDate, Long> days, List<Gap> gaps, LocalDate first, LocalDate last) {
        LocalDate monday = first.minusDays(first.getDayOfWeek().ordinal());
        long most = days.subMap(first, true, last, true).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        List<Square> squares = new ArrayList<>();
        List<Month> months = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            long messages = days.getOrDefault(day, 0L);
            int x = (int) (day.toEpochDay() - monday.toEpochDay()) / 7 * STEP;
            squares.add(new Square(
                    x, TOP + day.getDayOfWeek().ordinal() * STEP, look(day, messages, most, gaps), day, messages));
            if (day.getDayOfMonth() == 1) {
                months.add(new Month(x, day));
            }
        }
        int width = squares.get(squares.size() - 1).x() + STEP;
        return new Calendar(squares, months, width, TOP + 7 * STEP);
    }

    private static String look(LocalDate day, long messages, long most, List<Gap> gaps) {
        if (messages == 0) {
            boolean gap = gaps.stream().anyMatch(it -> !day.isBefore(it.firstDay()) && !day.isAfter(it.lastDay()));
            return gap ? "gap" : "level0";
        }
        return "level" + Math.max(1, Math.round((double) LEVELS * messages / most));
    }
}
