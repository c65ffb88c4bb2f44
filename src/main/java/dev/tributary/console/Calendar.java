package dev.tributary.console;

import dev.tributary.coverage.Gap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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

    /**
     * A day.
     *
     * @param look {@code level0} for none to {@code level4} for most, {@code gap} where there should be some
     * @param mark the path of the sign of a hole; empty for none
     */
    public record Square(int x, int y, String look, DayLine line, String mark) {}

    /** The first column in which a month has a day. */
    public record Month(int x, LocalDate first) {}

    /** @param lines every day from the first to the last, without a gap */
    static Calendar of(List<DayLine> lines, List<Gap> gaps) {
        LocalDate first = lines.get(0).day();
        LocalDate monday = first.minusDays(first.getDayOfWeek().ordinal());
        long most = lines.stream().mapToLong(DayLine::messages).max().orElse(1);
        List<Square> squares = new ArrayList<>();
        List<Month> months = new ArrayList<>();
        for (DayLine line : lines) {
            LocalDate day = line.day();
            int x = (int) (day.toEpochDay() - monday.toEpochDay()) / 7 * STEP;
            int y = TOP + day.getDayOfWeek().ordinal() * STEP;
            squares.add(
                    new Square(x, y, look(day, line.messages(), most, gaps), line, DayMarks.at(x, y, line.state())));
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
