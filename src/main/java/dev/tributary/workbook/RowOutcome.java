package dev.tributary.workbook;

import dev.tributary.casework.Outcome.Status;
import org.jspecify.annotations.Nullable;

/**
 * What became of the answer in one row.
 *
 * @param row as the spreadsheet counts, from 1
 * @param caseId null where the row names none
 * @param message in a sentence
 */
public record RowOutcome(String sheet, int row, @Nullable Long caseId, Status status, String message) {}
