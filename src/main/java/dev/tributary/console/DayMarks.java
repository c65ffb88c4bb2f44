package dev.tributary.console;

import dev.tributary.coverage.DayState;
import org.jspecify.annotations.Nullable;

/** The signs of holes in a calendar's squares of 11 units, as paths of SVG: no hole is told by its colour alone. Pure. */
final class DayMarks {

    private DayMarks() {}

    /** The sign of a state in the square whose corner is there; empty for none. */
    static String at(int x, int y, @Nullable DayState state) {
        return state == null
                ? ""
                : switch (state) {
                    case SHORT, TRUNCATED -> "M%d %d.5h6".formatted(x + 2, y + 5);
                    case RATE_LIMITED -> "M%1$d %3$dv5M%2$d %3$dv5".formatted(x + 4, x + 7, y + 3);
                    case DOWN -> "M%1$d %3$dl5 5M%2$d %3$dl-5 5".formatted(x + 3, x + 8, y + 3);
                    case NEVER_ASKED -> "M%d %d.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0".formatted(x + 4, y + 5);
                    case FETCHED, SILENT, NOT_YET -> "";
                };
    }
}
