package dev.tributary.report;

import dev.tributary.run.RunState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of every record of a run, as a page shows it: every number is a text already.
 *
 * @param equation over all sources, such as {@code 120 = 100 new + 20 unchanged}
 * @param total null where a single source says it all
 * @param legend the parts that occur
 * @param failures the sources that failed
 */
public record EquationView(
        boolean balances,
        String equation,
        List<Row> sources,
        @Nullable Row total,
        List<Stretch> legend,
        List<Failure> failures) {

    /**
     * One source.
     *
     * @param look how good its state is: {@code good}, {@code doubtful} or {@code bad}
     * @param text what the bar shows, for those who do not see it
     * @param numbers read, new, updated, unchanged, duplicate, filtered, suppressed, quarantined
     * @param balance {@code balances}, or how far from it
     */
    public record Row(
            String source,
            String state,
            String look,
            List<Stretch> bar,
            String text,
            List<String> numbers,
            boolean even,
            String balance) {

        private static Row of(RunSummary.Source source) {
            PageView.SourceRow row = PageView.row(source);
            return new Row(
                    row.source(),
                    row.state(),
                    row.look(),
                    Stretch.of(row.bar().parts()),
                    row.bar().text(),
                    row.numbers(),
                    row.even(),
                    row.balance());
        }
    }

    /** A source that failed. {@code message} is null where there is nothing more to say. */
    public record Failure(
            String source,
            String meaning,
            String cure,
            @Nullable String message) {}

    public static EquationView of(RunSummary run) {
        RunSummary.Source total = run.total();
        return new EquationView(
                run.balances(),
                Plain.equation(total),
                run.sources().stream().map(Row::of).toList(),
                run.sources().size() > 1 ? Row.of(total) : null,
                Stretch.of(Bars.source(total).parts()),
                run.sources().stream()
                        .filter(it -> it.state() == RunState.FAILED)
                        .map(PageView::failure)
                        .map(it -> new Failure(it.source(), it.meaning(), it.cure(), it.message()))
                        .toList());
    }
}
