package dev.tributary.report;

/** What became of every record, source by source. */
final class SourcesSheet implements AuditWorkbook.Sheet {

    @Override
    public void write(Book book, Answers answers) {
        try (Table table = table(book)) {
            answers.summary().sources().forEach(source -> row(table.row(), source));
        }
    }

    private static Table table(Book book) {
        return new Table(
                book,
                "Sources",
                "Sources",
                "Every record that was read is accounted for: read = new + updated + unchanged + duplicate + filtered"
                        + " + suppressed + quarantined.",
                Column.text("Source", 22),
                Column.text("State", 13),
                Column.number("Read", 9),
                Column.number("= New", 9),
                Column.number("+ Updated", 12),
                Column.number("+ Unchanged", 14),
                Column.number("+ Duplicate", 13),
                Column.number("+ Filtered", 11),
                Column.number("+ Suppressed", 15),
                Column.number("+ Quarantined", 16),
                Column.text("Balances", 19),
                Column.text("Code", 19),
                Column.text("Message", 34),
                Column.text("How to mend", 36));
    }

    private static void row(Line row, RunSummary.Source source) {
        row.text(source.source())
                .state(source.state())
                .number(source.read())
                .number(source.added())
                .number(source.updated())
                .number(source.unchanged())
                .number(source.duplicate())
                .number(source.filtered())
                .number(source.suppressed())
                .number(source.quarantined())
                .text(Plain.balance(source), Look.of(source.balances()))
                .text(source.code())
                .text(source.message())
                .text(source.code() == null ? null : Words.cure(source.code()));
    }
}
