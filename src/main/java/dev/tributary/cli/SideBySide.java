package dev.tributary.cli;

import dev.tributary.stage.Samples.Translation;
import java.util.List;

/** A payload on the left, its records on the right. */
final class SideBySide {

    private static final int WIDTH = 78;

    private SideBySide() {}

    static String of(Translation translation) {
        List<String> left = translation.payload().lines().toList();
        List<String> right = String.join("\n", translation.records()).lines().toList();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            text.append(String.format(
                    "%-" + WIDTH + "s | %s%n",
                    i < left.size() ? cut(left.get(i)) : "",
                    i < right.size() ? right.get(i) : ""));
        }
        return text.toString();
    }

    private static String cut(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }
}
