package dev.tributary.report;

import dev.tributary.report.PageView.Bar;
import dev.tributary.report.PageView.Part;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stacked bars of the page, each with the same told in words. */
final class Bars {

    private Bars() {}

    static Bar source(RunSummary.Source source) {
        long whole = source.accounted();
        return bar(
                source.source(),
                Stream.of(
                        part("new", "added", source.added(), whole),
                        part("updated", "updated", source.updated(), whole),
                        part("unchanged", "unchanged", source.unchanged(), whole),
                        part("duplicate", "duplicate", source.duplicate(), whole),
                        part("filtered", "filtered", source.filtered(), whole),
                        part("suppressed", "suppressed", source.suppressed(), whole),
                        part("quarantined", "quarantined", source.quarantined(), whole)));
    }

    static Bar people(RunSummary.People people) {
        long whole = people.participants();
        long others = whole - people.linked() - people.toReview() - people.unmatched();
        return bar(
                "customers",
                Stream.of(
                        part("linked", "linked", people.linked(), whole),
                        part("to review", "review", people.toReview(), whole),
                        part("unmatched", "unmatched", people.unmatched(), whole),
                        part("not looked at yet", "filtered", others, whole)));
    }

    static Bar waits(ResponseTime times) {
        long whole = times.waits();
        return bar(
                times.channel(),
                Stream.of(
                        part("within 15 min", "quick", times.within15Minutes(), whole),
                        part("within 60 min", "hour", times.within60Minutes() - times.within15Minutes(), whole),
                        part("later", "later", times.answered() - times.within60Minutes(), whole),
                        part("unanswered", "unanswered", times.unanswered(), whole)));
    }

    private static Part part(String label, String look, long amount, long whole) {
        return new Part(label, look, amount, Plain.count(amount), Plain.share(amount, whole));
    }

    private static Bar bar(String what, Stream<Part> parts) {
        List<Part> present = parts.filter(part -> part.weight() > 0).toList();
        String text = present.stream()
                .map(part -> part.amount() + " " + part.label())
                .collect(Collectors.joining(", ", what + ": ", ""));
        return new Bar(present, present.isEmpty() ? what + ": nothing" : text);
    }
}
