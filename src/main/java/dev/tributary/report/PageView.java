package dev.tributary.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answers as the page shows them: every number is a text already, every bar knows its parts. */
record PageView(
        String title,
        String job,
        String businessDate,
        String run,
        String state,
        String look,
        String meaning,
        @Nullable String failure,
        String started,
        String duration,
        List<Card> cards,
        boolean balances,
        String equation,
        List<Failure> failures,
        List<SourceRow> sources,
        @Nullable SourceRow total,
        List<Part> legend,
        Bar people,
        List<ReasonRow> unmatched,
        List<ReasonRow> reviews,
        List<ReasonRow> quarantine,
        List<Channel> channels,
        String waitsDefinition) {

    /** A part of a bar. {@code weight} is its length in proportion to the others. */
    record Part(String label, String look, long weight, String amount, String share) {}

    /** @param text what the bar shows, for those who do not see it */
    record Bar(List<Part> parts, String text) {}

    record Card(String label, String value, String detail, String look) {}

    record Failure(
            String source,
            String meaning,
            String cure,
            @Nullable String message) {}

    record SourceRow(
            String source, String state, String look, Bar bar, List<String> numbers, boolean even, String balance) {}

    /** @param code for those who look it up in the tables; null where it would only disturb */
    record ReasonRow(String meaning, String cure, @Nullable String code, String amount, String share, String width) {}

    record Channel(
            String channel,
            String conversations,
            String waits,
            String median,
            String ninetieth,
            String within15,
            String within60,
            String unanswered,
            Bar bar) {}

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    static PageView of(Answers answers) {
        RunSummary run = answers.summary();
        RunSummary.Source total = run.total();
        return new PageView(
                "Audit report: " + run.job() + ", " + run.businessDate(),
                run.job(),
                run.businessDate().toString(),
                Long.toString(run.run()),
                StateWords.state(run.state()),
                StateWords.look(run.state()),
                StateWords.meaning(run.state()),
                answers.failure(),
                minute(answers.startedAt()),
                Plain.duration(answers.durationSeconds()),
                cards(answers),
                run.balances(),
                Plain.equation(total),
                answers.failedSources().stream().map(PageView::failure).toList(),
                run.sources().stream().map(PageView::row).toList(),
                run.sources().size() > 1 ? row(total) : null,
                Bars.source(total).parts(),
                Bars.people(run.people()),
                reasons(answers.unmatchedReasons(), false),
                reasons(answers.reviewReasons(), false),
                reasons(answers.quarantineCodes(), true),
                answers.responseTimes().stream().map(PageView::channel).toList(),
                ResponseTimesSheet.DEFINITION);
    }

    private static String minute(Instant at) {
        return MINUTE.format(at) + " UTC";
    }

    private static List<Card> cards(Answers answers) {
        RunSummary run = answers.summary();
        RunSummary.Source total = run.total();
        RunSummary.People people = run.people();
        return Stream.of(
                        new Card("Records read", Plain.count(total.read()), Plain.count(total.added()) + " new", ""),
                        new Card(
                                "Customers linked",
                                Plain.share(people.linked(), people.participants()),
                                Plain.count(people.linked()) + " of " + Plain.count(people.participants()),
                                ""),
                        new Card(
                                "To review",
                                Plain.count(people.toReview()),
                                "a person decides",
                                doubt(people.toReview())),
                        new Card(
                                "In quarantine",
                                Plain.count(answers.quarantined()),
                                Plain.count(total.quarantined()) + " in this run",
                                doubt(answers.quarantined())))
                .toList();
    }

    private static String doubt(long count) {
        return count > 0 ? "doubtful" : "";
    }

    static Failure failure(RunSummary.Source source) {
        String code = source.code() == null ? "UNEXPECTED" : source.code();
        return new Failure(source.source(), Words.meaning(code), Words.cure(code), source.message());
    }

    static SourceRow row(RunSummary.Source source) {
        List<String> numbers = Stream.of(
                        source.read(),
                        source.added(),
                        source.updated(),
                        source.unchanged(),
                        source.duplicate(),
                        source.filtered(),
                        source.suppressed(),
                        source.quarantined())
                .map(Plain::count)
                .toList();
        return new SourceRow(
                source.source(),
                StateWords.state(source.state()),
                StateWords.look(source.state()),
                Bars.source(source),
                numbers,
                source.balances(),
                Plain.balance(source));
    }

    private static List<ReasonRow> reasons(List<Answers.Counted> counted, boolean withCode) {
        long whole = counted.stream().mapToLong(Answers.Counted::count).sum();
        return counted.stream()
                .map(reason -> new ReasonRow(
                        reason.meaning(),
                        reason.cure(),
                        withCode ? reason.reason() : null,
                        Plain.count(reason.count()),
                        Plain.share(reason.count(), whole),
                        String.format(Locale.ROOT, "%.1f", 100.0 * reason.count() / whole)))
                .toList();
    }

    private static Channel channel(ResponseTime times) {
        return new Channel(
                times.channel(),
                Plain.count(times.conversations()),
                Plain.count(times.waits()),
                times.medianSeconds() == null ? "–" : Plain.duration(times.medianSeconds()),
                times.ninetiethSeconds() == null ? "–" : Plain.duration(times.ninetiethSeconds()),
                Plain.share(times.within15Minutes(), times.waits()),
                Plain.share(times.within60Minutes(), times.waits()),
                Plain.share(times.unanswered(), times.waits()),
                Bars.waits(times));
    }
}
