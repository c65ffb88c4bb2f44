package dev.tributary.workbook;

import dev.tributary.casework.Case;
import dev.tributary.casework.OpenCases;
import dev.tributary.casework.ProposedContact;
import dev.tributary.casework.QueueFilter;
import dev.tributary.report.Book;
import dev.tributary.report.Column;
import dev.tributary.report.Line;
import dev.tributary.report.Look;
import dev.tributary.report.Table;
import java.util.Arrays;
import java.util.List;

/** One row for each open case: what a steward answers, then what there is to know. */
final class CasesSheet {

    static final String NAME = "Cases";

    /** What stands before a stamp, so that no program takes it for a number. */
    static final String STAMP_SIGN = "#";

    private static final int OFFERED = 5;
    private static final int IN_SIGHT = 2;

    private CasesSheet() {}

    /** @return how many cases it holds */
    static long write(Book book, OpenCases cases, QueueFilter which) {
        long[] count = {0};
        try (Table table = new Table(
                book,
                NAME,
                "Who is it?",
                "Choose an answer in the first column, and the contact where several are proposed. Rows without an answer stay as"
                        + " they are. All about it is on the sheet 'How to'.",
                Arrays.stream(CaseColumn.values()).map(CaseColumn::column).toArray(Column[]::new))) {
            table.frozen(IN_SIGHT).whenFilled(Answering::prepare);
            cases.forEach(which, it -> {
                row(table.row(), it);
                count[0]++;
            });
        }
        return count[0];
    }

    private static void row(Line line, Case shown) {
        List<ProposedContact> proposed = shown.proposed();
        line.text(null, Look.ANSWER)
                .text(null, Look.ANSWER)
                .text(null, Look.ANSWER)
                .text(null, Look.ANSWER)
                .number(Math.round(100 * shown.likelihood()))
                .text(shown.why())
                .text(CaseText.person(shown.participant()))
                .text(CaseText.known(shown.participant()))
                .text(CaseText.proposed(proposed))
                .text(CaseText.agrees(proposed))
                .text(CaseText.differs(proposed))
                .text(CaseText.messages(shown.samples()))
                .text(CaseText.before(shown))
                .number(shown.id())
                .text(STAMP_SIGN + shown.stamp());
        for (int i = 0; i < OFFERED; i++) {
            line.text(i < proposed.size() ? proposed.get(i).contact() : null);
        }
    }
}
