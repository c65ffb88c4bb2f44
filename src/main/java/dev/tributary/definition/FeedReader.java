package dev.tributary.definition;

/** Reads {@code extract} of a source of {@code kind: feed}. */
final class FeedReader {

    private static final String ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json,"
            + " application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";
    private static final int DEFAULT_BUDGET = 100;

    private FeedReader() {}

    static FeedExtract read(Section extract) {
        HttpCall call = HttpCallReader.get(extract, ACCEPT);
        Auth auth = extract.section("auth").map(AuthReader::read).orElse(null);
        int pages = extract.number("pages", 1, 1, 1000);
        HttpLimits standard = HttpLimits.DEFAULT;
        HttpLimits limits =
                HttpReader.limits(extract, new HttpLimits(DEFAULT_BUDGET, standard.timeout(), standard.retries()));
        extract.refuseOthers();
        return new FeedExtract(new HttpExtract(call, auth, null, null, null, AnswerRules.BY_STATUS, limits), pages);
    }
}
