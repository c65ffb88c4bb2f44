package dev.tributary.definition;

/** Where the records of a source come from. Texts may hold <code>${NAME}</code>, which the run looks up. */
public sealed interface Extract
        permits FileExtract, HttpExtract, SftpExtract, WebhookExtract, FeedExtract, ImapExtract {

    /** The word after {@code extract.kind}; the route {@code extract-KIND} takes such sources. */
    String kind();

    /** How the segments are to be read. */
    FileOptions options();
}
