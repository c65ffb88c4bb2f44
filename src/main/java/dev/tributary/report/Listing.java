package dev.tributary.report;

/** What a workbook lists one by one; its counts are always of all there is. */
public enum Listing {
    /** What changed since the report before; of too many customers on no contact those with the most messages. */
    NEWS,
    /** All there is, however much it is. */
    ALL
}
