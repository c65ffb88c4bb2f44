package dev.tributary.workbook;

import dev.tributary.casework.Outcome.Status;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What became of a workbook.
 *
 * @param rows how many rows of cases it holds
 * @param outcomes one for each row with an answer, in the order of the rows
 */
public record Applied(long rows, List<RowOutcome> outcomes) {

    public Applied {
        outcomes = List.copyOf(outcomes);
    }

    /** How many rows came to each end. */
    public Map<Status, Long> counts() {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        outcomes.forEach(it -> counts.merge(it.status(), 1L, Long::sum));
        return counts;
    }

    /** The verdicts that the workbook made, to take all of it back by. */
    public List<Long> verdicts() {
        return outcomes.stream()
                .filter(it -> it.status() == Status.APPLIED)
                .map(RowOutcome::verdict)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether every answer is so now. */
    public boolean isFine() {
        return outcomes.stream().allMatch(it -> it.status().isFine());
    }
}
