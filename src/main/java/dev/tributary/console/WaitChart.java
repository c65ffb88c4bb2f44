package dev.tributary.console;

import dev.tributary.report.WaitingTimes.Week;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The waits of one channel as a picture: weeks from left to right, minutes from below upwards on a logarithmic scale from one minute to
 * a week. Positions are in units of the picture. A week without an answer interrupts the lines.
 *
 * @param median the path of the medians
 * @param ninetieth the path of the 90th percentiles
 * @param text what the picture shows, for those who do not see it
 * @param rows the same week by week, the newest first
 */
public record WaitChart(
        String channel,
        int width,
        int height,
        String median,
        String ninetieth,
        List<Point> points,
        double quarter,
        double hour,
        double day,
        String text,
        List<Row> rows) {

    private static final int LEFT = 56;
    private static final int TOP = 8;
    private static final int TALL = 104;
    private static final double LONGEST = Math.log(7 * 24 * 60);

    /** @param look {@code median} or {@code ninetieth} */
    public record Point(double x, double y, String look, String title) {}

    /** A week in the table. Shares are of all waits. */
    public record Row(
            LocalDate start,
            long waits,
            String median,
            String ninetieth,
            String within15,
            String within60,
            long unanswered) {

        private static Row of(Week it) {
            return new Row(
                    it.start(),
                    it.waits(),
                    span(it.medianSeconds()),
                    span(it.ninetiethSeconds()),
                    share(it.within15Minutes(), it.waits()),
                    share(it.within60Minutes(), it.waits()),
                    it.unanswered());
        }
    }

    /** @param weeks of one channel, the oldest first; not empty */
    static WaitChart of(List<Week> weeks, LocalDate first, LocalDate last) {
        long columns = ChronoUnit.WEEKS.between(first, last) + 1;
        int step = columns > 30 ? 12 : columns > 15 ? 20 : 40;
        List<Point> points = new ArrayList<>();
        String median = path(weeks, first, step, "median", Week::medianSeconds, points);
        String ninetieth = path(weeks, first, step, "ninetieth", Week::ninetiethSeconds, points);
        List<Row> rows = new ArrayList<>(weeks.stream().map(Row::of).toList());
        Collections.reverse(rows);
        return new WaitChart(
                weeks.get(0).channel(),
                (int) (LEFT + columns * step + 8),
                TOP + TALL + 8,
                median,
                ninetieth,
                points,
                y(15 * 60),
                y(60 * 60),
                y(24 * 60 * 60),
                text(weeks),
                rows);
    }

    /** Within 15 and 60 minutes, of all waits of these weeks. */
    private static String text(List<Week> weeks) {
        long waits = weeks.stream().mapToLong(Week::waits).sum();
        return String.format(
                Locale.ROOT,
                "%s: %d waits; %s answered within 15 minutes, %s within 60 minutes, %d unanswered",
                weeks.get(0).channel(),
                waits,
                share(weeks.stream().mapToLong(Week::within15Minutes).sum(), waits),
                share(weeks.stream().mapToLong(Week::within60Minutes).sum(), waits),
                weeks.stream().mapToLong(Week::unanswered).sum());
    }

    private static String path(
            List<Week> weeks,
            LocalDate first,
            int step,
            String look,
            Function<Week, @Nullable Integer> seconds,
            List<Point> points) {
        StringBuilder path = new StringBuilder();
        LocalDate before = null;
        for (Week week : weeks) {
            Integer wait = seconds.apply(week);
            if (wait != null) {
                double x = LEFT + (ChronoUnit.WEEKS.between(first, week.start()) + 0.5) * step;
                boolean goesOn = before != null && before.plusWeeks(1).equals(week.start());
                path.append(goesOn ? " L " : " M ").append(x).append(' ').append(y(wait));
                points.add(new Point(x, y(wait), look, week.start() + ", " + look + ": " + span(wait)));
                before = week.start();
            }
        }
        return path.toString().strip();
    }

    private static double y(int seconds) {
        double minutes = Math.max(1, seconds / 60.0);
        double share = Math.min(1, Math.log(minutes) / LONGEST);
        return Math.round(10 * (TOP + TALL * (1 - share))) / 10.0;
    }

    private static String span(@Nullable Integer seconds) {
        if (seconds == null) {
            return "–";
        }
        Duration span = Duration.ofSeconds(seconds);
        if (span.toDays() > 0) {
            return span.toDays() + " d " + span.toHoursPart() + " h";
        }
        return span.toHours() > 0 ? span.toHours() + " h " + span.toMinutesPart() + " min" : span.toMinutes() + " min";
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "–" : Math.round(100.0 * part / whole) + " %";
    }
}
