package dev.tributary.workbook;

/** A workbook that is not taken: nothing of it was applied. The message says what, where, and how to mend it. */
public final class UnusableWorkbook extends RuntimeException {
    UnusableWorkbook(String message) {
        super(message);
    }
}
