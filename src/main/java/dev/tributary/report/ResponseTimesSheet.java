package dev.tributary.report;

/** How long customers wait for an answer, channel by channel. */
final class ResponseTimesSheet implements AuditWorkbook.Sheet {

    /** What a wait is. */
    static final String WAIT = "A wait begins with the first message of a customer, at the start of a conversation or"
            + " after an answer, and ends with the next answer, be it in private or by calling back. Notes among colleagues"
            + " and messages the customer took back do not count, nor do incoming calls. A last word that needs no answer,"
            + " such as thanks, counts as unanswered. Median and 90th percentile are of the answered waits, the shares of all"
            + " waits";

    static final String DEFINITION = WAIT + "; measured over everything known so far.";

    @Override
    public void write(Book book, Answers answers) {
        try (Table table = table(book)) {
            answers.responseTimes().forEach(channel -> row(table.row(), channel));
        }
    }

    private static Table table(Book book) {
        return new Table(
                book,
                "Response times",
                "Response times",
                DEFINITION,
                Column.text("Channel", 18),
                Column.number("Conversations begun by customers", 24),
                Column.number("Waits", 12),
                Column.number("Answered", 13),
                Column.number("Median wait (h:mm:ss)", 17),
                Column.number("90th percentile (h:mm:ss)", 17),
                Column.number("Answered within 15 min", 17),
                Column.number("Answered within 60 min", 17),
                Column.number("Unanswered", 14));
    }

    private static void row(Line row, ResponseTime channel) {
        row.text(channel.channel())
                .number(channel.conversations())
                .number(channel.waits())
                .number(channel.answered())
                .time(channel.medianSeconds())
                .time(channel.ninetiethSeconds())
                .share(channel.share(channel.within15Minutes()))
                .share(channel.share(channel.within60Minutes()))
                .share(channel.share(channel.unanswered()));
    }
}
