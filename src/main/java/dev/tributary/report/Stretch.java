package dev.tributary.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a bar as a picture in SVG has it: it begins at {@code x} and is {@code width} wide, where the whole bar is 1000.
 *
 * @param look the name of the colour, such as {@code added}
 */
public record Stretch(String label, String look, String amount, String share, double x, double width) {

    private static final double WHOLE = 1_000;
    private static final double LEAST = 6;

    /** Parts that are too small to be seen get a little of the largest. */
    static List<Stretch> of(List<PageView.Part> parts) {
        if (parts.isEmpty()) {
            return List.of();
        }
        double weights = parts.stream().mapToLong(PageView.Part::weight).sum();
        double[] widths = parts.stream()
                .mapToDouble(part -> Math.max(LEAST, WHOLE * part.weight() / weights))
                .toArray();
        double over = -WHOLE;
        int largest = 0;
        for (int i = 0; i < widths.length; i++) {
            over += widths[i];
            largest = widths[i] > widths[largest] ? i : largest;
        }
        List<Stretch> stretches = new ArrayList<>();
        double x = 0;
        for (int i = 0; i < widths.length; i++) {
            PageView.Part part = parts.get(i);
            double width = i == largest ? widths[i] - over : widths[i];
            stretches.add(new Stretch(part.label(), part.look(), part.amount(), part.share(), tenth(x), tenth(width)));
            x += width;
        }
        return stretches;
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
