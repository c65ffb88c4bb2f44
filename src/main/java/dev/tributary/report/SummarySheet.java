package dev.tributary.report;

import dev.tributary.run.RunState;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** The first sheet: how the run went, what needs a person, and where to look next. */
final class SummarySheet implements AuditWorkbook.Sheet {

    private static final int[] WIDTHS = {26, 24, 92};

    @Override
    public void write(Book book, Answers answers) {
        Page page = new Page(book);
        page.title(
                "Audit report", "What one run of Tributary read, whom it recognised, and what it leaves to a person.");
        run(page, answers);
        records(page, answers.summary());
        people(page, answers.summary().people());
        toDo(page, answers);
        guide(page);
    }

    private static void run(Page page, Answers answers) {
        RunSummary run = answers.summary();
        page.section("The run");
        page.row("Job").text(run.job()).blank();
        page.row("Business date").day(run.businessDate()).blank();
        page.row("Run").text(Long.toString(run.run())).text("attempt " + answers.attempt());
        page.row("State").state(run.state()).text(StateWords.meaning(run.state()));
        page.row("Started (UTC)")
                .when(LocalDateTime.ofInstant(answers.startedAt(), ZoneOffset.UTC))
                .blank();
        page.row("Ended (UTC)")
                .when(LocalDateTime.ofInstant(answers.endedAt(), ZoneOffset.UTC))
                .blank();
        page.row("Duration").text(Plain.duration(answers.durationSeconds())).blank();
        if (answers.failure() != null) {
            boolean held = run.state() == RunState.HELD;
            page.row(held ? "Held" : "Failure")
                    .text("see right", held ? Look.DOUBTFUL : Look.BAD)
                    .text(answers.failure());
        }
    }

    private static void records(Page page, RunSummary run) {
        RunSummary.Source total = run.total();
        page.section("Every record is accounted for");
        page.row("Read").number(total.read()).text("records that the sources gave in this run");
        page.row("New").number(total.added()).text("not known before");
        page.row("Updated").number(total.updated()).text("known, and changed since: edited, deleted or completed");
        page.row("Unchanged").number(total.unchanged()).text("reported by the same source before, without a change");
        page.row("Duplicate")
                .number(total.duplicate())
                .text("known from another report of this run or from another source");
        page.row("Filtered").number(total.filtered()).text("no part of a conversation, such as a delivery receipt");
        page.row("Suppressed").number(total.suppressed()).text("of an erased person, not taken in again");
        page.row("Quarantined").number(total.quarantined()).text("put aside because they could not be understood");
        String sentence = run.balances()
                ? Plain.equation(total)
                : "At least one source does not balance: see the sheet Sources. " + Plain.equation(total);
        page.row("Balance")
                .text(run.balances() ? "balances" : "does not balance", Look.of(run.balances()))
                .text(sentence);
    }

    private static void people(Page page, RunSummary.People people) {
        page.section("People");
        page.row("Customers").number(people.participants()).text("profiles of customers on all channels, of all runs");
        page.row("Linked").number(people.linked()).text(share(people.linked(), people) + "on a contact of the CRM");
        page.row("To review").number(people.toReview()).text(share(people.toReview(), people) + "a person must decide");
        page.row("Unmatched").number(people.unmatched()).text(share(people.unmatched(), people) + "on no contact");
    }

    private static String share(long part, RunSummary.People people) {
        return people.participants() == 0 ? "" : Plain.share(part, people.participants()) + " of them: ";
    }

    private static void toDo(Page page, Answers answers) {
        page.section("What needs a person");
        RunSummary run = answers.summary();
        int failed = answers.failedSources().size();
        boolean any = page.task(
                run.state() == RunState.HELD ? 1 : 0,
                "Run held",
                "Matches",
                "look at the new matches, then 'tributary approve " + run.run() + "', or the same with --reject");
        any |= page.task(failed, "Failed sources", "Sources", "mend the cause that the sheet names, then sync again");
        any |= page.task(
                run.people().toReview(), "Cases to review", "To review", "decide which contact each of them is");
        any |= page.task(
                answers.quarantined(), "Records in quarantine", "Quarantine", "mend the cause, then replay them");
        any |= page.task(
                run.balances() ? 0 : 1,
                "Equation",
                "Sources",
                "find out where records were lost before relying on this run");
        if (!any) {
            page.row("Nothing").text("all is done", Look.GOOD).text("No source failed, nothing waits for a decision.");
        }
    }

    private static void guide(Page page) {
        page.section("Where to look next");
        page.guide("Sources", "What became of every record, source by source; why a source failed and how to mend it.");
        page.guide("Matches", "Which profile belongs to which contact, by which rule and on which evidence.");
        page.guide("To review", "The doubtful cases with their candidates.");
        page.guide("Unmatched", "The customers on no contact, why, and what would make them match.");
        page.guide("Duplicates", "Messages that several sources report, and where each report lies.");
        page.guide("Quarantine", "Records that could not be understood, where they lie and how to mend them.");
        page.guide("Response times", "How long customers wait for an answer, channel by channel.");
    }

    /** Three columns: what, how much, and what it means. */
    private static final class Page {
        private final Book book;
        private final SXSSFSheet sheet;
        private int next;

        Page(Book book) {
            this.book = book;
            this.sheet = book.sheet("Summary");
            sheet.getPrintSetup().setFitHeight((short) 1);
            for (int i = 0; i < WIDTHS.length; i++) {
                sheet.setColumnWidth(i, WIDTHS[i] * 256);
            }
        }

        void title(String title, String note) {
            Row row = sheet.createRow(next++);
            row.setHeightInPoints(30);
            new Line(book, row, WIDTHS).text(title, Look.TITLE);
            sheet.addMergedRegion(new CellRangeAddress(next, next, 0, WIDTHS.length - 1));
            new Line(book, sheet.createRow(next++), WIDTHS).text(note, Look.NOTE);
            sheet.createFreezePane(0, 1);
        }

        void section(String title) {
            Row row = sheet.createRow(++next);
            row.setHeightInPoints(22);
            new Line(book, row, WIDTHS).text(title, Look.SECTION);
            next++;
        }

        Line row(String label) {
            return new Line(book, sheet.createRow(next++), WIDTHS).text(label, Look.LABEL);
        }

        boolean task(long count, String label, String target, String task) {
            if (count == 0) {
                return false;
            }
            row(label).link(Plain.count(count) + " → " + target, target).text(task);
            return true;
        }

        void guide(String target, String what) {
            new Line(book, sheet.createRow(next++), WIDTHS).link(target, target).text(what, Look.LABEL);
            sheet.addMergedRegion(new CellRangeAddress(next - 1, next - 1, 1, 2));
        }
    }
}
