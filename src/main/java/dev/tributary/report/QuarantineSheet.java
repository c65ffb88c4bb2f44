package dev.tributary.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The records that could not be taken in: what is still to mend comes first. */
final class QuarantineSheet implements AuditWorkbook.Sheet {

    private static final String RECORDS = """
            SELECT source, segment, line, ordinal, code, message, mapping, attempts, first_run, last_run, mended_run
            FROM quarantined_record
            ORDER BY CASE WHEN mended_run IS NULL THEN 0 ELSE 1 END, source, segment, line, ordinal
            """;

    private final JdbcTemplate jdbc;

    QuarantineSheet(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(Book book, Answers answers) {
        try (Table table = table(book)) {
            jdbc.query(RECORDS, row -> {
                row(table.row(), row);
            });
        }
    }

    private static Table table(Book book) {
        return new Table(
                book,
                "Quarantine",
                "Quarantine",
                "Records that were put aside instead of being lost. The record itself lies unchanged in its landing segment;"
                        + " once the cause is mended, replaying the quarantine brings it in.",
                Column.text("Source", 20),
                Column.number("Segment", 11),
                Column.number("Line", 9),
                Column.text("State", 11),
                Column.text("Code", 19),
                Column.text("Message", 42),
                Column.text("How to mend", 36),
                Column.text("Mapping", 16),
                Column.number("Attempts", 11),
                Column.number("First run", 9),
                Column.number("Last run", 9),
                Column.number("Mended in run", 10));
    }

    private static void row(Line line, ResultSet row) throws SQLException {
        String code = row.getString("code");
        Long mended = row.getObject("mended_run", Long.class);
        line.text(row.getString("source"))
                .number(row.getLong("segment"))
                .number(row.getLong("line"))
                .text(mended == null ? "to mend" : "mended", mended == null ? Look.DOUBTFUL : Look.GOOD)
                .text(code)
                .text(row.getString("message"))
                .text(mended == null ? Words.cure(code) : null)
                .text(row.getString("mapping"))
                .number(row.getLong("attempts"))
                .number(row.getLong("first_run"))
                .number(row.getLong("last_run"))
                .number(mended);
    }
}
