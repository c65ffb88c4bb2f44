package dev.tributary.workbook;

import dev.tributary.casework.Outcome.Status;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of the answer in one row.
 *
 * @param row as the spreadsheet counts, from 1
 * @param caseId null where the row names none
 * @param message in a sentence
 * @param verdict the number of the verdict that was made, or that says the same already; null where there is none
 */
public record RowOutcome(
        String sheet,
        int row,
        @Nullable Long caseId,
        Status status,
        String message,
        @Nullable Long verdict) {

    /** The same as the column of results says it. */
    String inACell() {
        String word = status.name().substring(0, 1) + status.name().substring(1).toLowerCase(Locale.ROOT);
        return status == Status.APPLIED ? word : word + ": " + message;
    }
}
