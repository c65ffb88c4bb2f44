package dev.tributary.run;

/** What became of one record that was read. The names are those of the equation in the report. */
public enum Outcome {
    NEW,
    UPDATED,
    /** The same source reported it in an earlier run, and nothing changed. */
    UNCHANGED,
    /** The message is known from another report of this run, or from another source. */
    DUPLICATE,
    /** No part of a conversation, such as a delivery receipt. */
    FILTERED,
    /** Of an erased person: not taken in again. */
    SUPPRESSED,
    QUARANTINED
}
