package dev.tributary.pipeline;

import dev.tributary.coverage.Hole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of filling the holes of a source.
 *
 * @param lines each hole that was found, in their order
 * @param cure what fills those that stay open; null where none does
 * @param result of the run that filled them; null where nothing was run
 */
public record Filled(
        List<Line> lines, @Nullable String cure, @Nullable SyncResult result) {

    /**
     * A hole.
     *
     * @param before how many messages there were of its days
     * @param after how many there are
     * @param open whether something may still be missing
     */
    public record Line(Hole hole, long before, long after, boolean open) {}

    public Filled {
        lines = List.copyOf(lines);
    }

    public boolean isWhole() {
        return lines.stream().noneMatch(Line::open);
    }
}
