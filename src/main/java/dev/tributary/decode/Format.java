package dev.tributary.decode;

import java.util.Locale;
import java.util.Optional;

/** The file formats that can be read. */
public enum Format {
    /** One document, or an array whose elements are one payload each. */
    JSON,
    /** One document a line. */
    NDJSON,
    /** The X archive's JavaScript: {@code window.YTD.tweets.part0 = [ … ]}. */
    X_ARCHIVE,
    /** A table with a header line; every row is a map from column to text. */
    CSV,
    /** A workbook; the first row of each sheet is its header. */
    XLSX,
    XML,
    /** A feed in RSS, Atom or JSON Feed; every entry is one payload, with what the feed says of itself. */
    FEED,
    /** One mail. */
    EML,
    /** A file of mails. */
    MBOX,
    /** An archive of files in any of these formats. */
    ZIP,
    /** A file of text whose records begin with lines that match a pattern. */
    LINES,
    /** One compressed file in any of these formats. */
    GZ;

    /** The format that a file name stands for; empty where the ending says nothing. */
    public static Optional<Format> ofFileName(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(
                switch (ending) {
                    case "json" -> JSON;
                    case "ndjson", "jsonl" -> NDJSON;
                    case "js" -> X_ARCHIVE;
                    case "csv" -> CSV;
                    case "txt" -> LINES;
                    case "xlsx" -> XLSX;
                    case "xml" -> XML;
                    case "rss", "atom" -> FEED;
                    case "eml" -> EML;
                    case "mbox", "mbx" -> MBOX;
                    case "zip" -> ZIP;
                    case "gz" -> GZ;
                    default -> null;
                });
    }
}
