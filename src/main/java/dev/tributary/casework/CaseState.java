package dev.tributary.casework;

/** Whether a case waits. */
public enum CaseState {
    /** A person is to decide. */
    OPEN,
    /** A person decided; new evidence opens it again. */
    DECIDED,
    /** A night found an answer, or that there is nothing to ask any more. */
    CLOSED
}
