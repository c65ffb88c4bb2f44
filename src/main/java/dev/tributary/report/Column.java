package dev.tributary.report;

/**
 * A column of a {@link Table}.
 *
 * @param width in characters
 * @param numbers whether it holds numbers, which stand to the right
 */
public record Column(String title, int width, boolean numbers) {

    public static Column text(String title, int width) {
        return new Column(title, width, false);
    }

    public static Column number(String title, int width) {
        return new Column(title, width, true);
    }
}
