package dev.tributary.workbook;

import dev.tributary.casework.Answer;
import dev.tributary.report.Book;
import dev.tributary.report.Column;
import dev.tributary.report.Look;
import dev.tributary.report.Table;
import java.util.List;

/** The first sheet: what to do, what each answer means, and what comes of it. */
final class HowToSheet {

    private static final List<String> STEPS = List.of(
            "Go to the sheet 'Cases'. Each row is a person on one of our channels of whom it is not certain which contact they are. The"
                    + " cases that matter most come first.",
            "Read from left to right: why it is asked, what is known of the person, which contacts it may be, what agrees and what"
                    + " differs, and what they wrote last.",
            "Choose an answer in the yellow column. Where several contacts are proposed, choose which one is meant. A comment helps"
                    + " whoever reads it later. Rows that you leave empty stay as they are.",
            "Save the file, and bring it in on the page Review of Tributary, or send it back to whoever runs Tributary, who bring it in"
                    + " with: tributary review apply FILE --actor YOUR-NAME. Every row is answered for: applied, unchanged, out of date,"
                    + " in conflict, or refused with the reason; what could not be done comes back with your comment.");

    private static final String EXAMPLE =
            "Anna Berg wrote on X. Her number is on two contacts: C001 Anna Berg and C002 Ben Frost, who share a flat. The name agrees"
                    + " with C001 only, so choose 'same person' and C001. If only the number were known, and no name, choose 'shared"
                    + " identifier', and 'household' beside it.";

    private static final String FREEDOM =
            "Filter, delete rows or columns that you do not need, and add columns of your own. To sort or to move columns, take the"
                    + " protection off first (Review, Unprotect Sheet; it has no password). Please leave the columns 'Case' and 'Stamp' as"
                    + " they are, and write no formulas: a workbook with formulas, macros or links to others is not taken back.";

    private HowToSheet() {}

    static void write(Book book) {
        try (Table table = new Table(
                book,
                "How to",
                "How to decide who is who",
                "Tributary does not guess. What you decide here holds: no rule overrules it, and every decision can be taken back.",
                Column.text("Answer", 22),
                Column.text("Choose it when", 62),
                Column.text("What happens then", 70))) {
            int number = 1;
            for (String step : STEPS) {
                said(table, "Step " + number++, step);
            }
            said(table, "An example", EXAMPLE);
            said(table, "What you may change", FREEDOM);
            table.gap();
            answers(table);
        }
    }

    private static void said(Table table, String what, String how) {
        table.preface(List.of(new int[] {1, 2})).text(what, Look.SUBHEADER).wide(how, Look.TEXT, 2);
    }

    private static void answers(Table table) {
        answer(
                table,
                Answer.SAME_PERSON,
                "The person on the channel is the contact.",
                "Everything they wrote comes to the contact's timeline at once, and what they write later as well.");
        answer(
                table,
                Answer.DIFFERENT_PEOPLE,
                "The person is none of the contacts that are proposed; or, with a contact chosen, not this one.",
                "They are not linked, and never will be by a rule. If other contacts turn up, the question comes again.");
        answer(
                table,
                Answer.SHARED_IDENTIFIER,
                "The number or address that points to the contacts belongs to several people: a family, a switchboard, a mailbox"
                        + " like info@.",
                "It is remembered as shared and decides nothing any more, for nobody: links that a rule made by it alone are taken back. This"
                        + " case is not asked again for the same contacts.");
        answer(
                table,
                Answer.NOT_SURE,
                "You cannot tell, or somebody else should look.",
                "The case stays, behind those that nobody has looked at yet; your comment is kept.");
    }

    private static void answer(Table table, Answer answer, String when, String then) {
        table.row().text(Choices.word(answer), Look.SUBHEADER).text(when).text(then);
    }
}
