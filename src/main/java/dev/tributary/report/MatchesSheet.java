package dev.tributary.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Who is who, by which rule and on which evidence, as far as it is news; what this run decided comes first. */
final class MatchesSheet implements AuditWorkbook.Sheet {

    private static final String LINKS = """
            SELECT c.external_id AS contact, c.name AS contact_name, p.channel AS channel, p.handle AS handle,
                   p.name AS name, l.rule AS rule, l.evidence AS evidence, l.status AS status, l.actor AS actor,
                   l.decided_at AS decided_at, l.run_id AS run_id
            FROM link l
            JOIN participant p ON p.id = l.participant_id
            JOIN crm_contact c ON c.id = l.contact_id
            """;

    private static final String OF_THIS_RUN = LINKS + "WHERE l.run_id = ? ORDER BY l.id";

    /** A person's link is of no run, and known by its time. */
    private static final String OTHERS = LINKS + """
            WHERE (l.run_id IS NULL OR l.run_id <> ?)
              AND (l.run_id > ? OR (l.run_id IS NULL AND l.decided_at >= ?) OR l.retracted_at >= ?)
            ORDER BY l.id DESC""";

    private final JdbcTemplate jdbc;
    private final News news;

    MatchesSheet(JdbcTemplate jdbc, News news) {
        this.jdbc = jdbc;
        this.news = news;
    }

    @Override
    public void write(Book book, Answers answers) {
        long run = answers.summary().run();
        try (Table table = table(book)) {
            RowCallbackHandler rows = row -> row(table.row(), row, run);
            jdbc.query(OF_THIS_RUN, rows, run);
            jdbc.query(OTHERS, rows, run, news.before(), news.since(), news.since());
        }
    }

    private Table table(Book book) {
        return new Table(
                book,
                "Matches",
                "Matches",
                "Which profile belongs to which contact, and why. The links of this run come first, then the older ones,"
                        + " latest first. A retracted link no longer counts."
                        + news.leavesOut("what was made or retracted"),
                Column.text("Contact id", 13),
                Column.text("Contact", 22),
                Column.text("Channel", 11),
                Column.text("Handle", 18),
                Column.text("Name on the channel", 21),
                Column.text("Rule", 17),
                Column.text("Evidence", 48),
                Column.text("Status", 11),
                Column.text("Decided by", 15),
                Column.text("Decided at (UTC)", 21),
                Column.text("This run", 10));
    }

    private static void row(Line line, ResultSet row, long run) throws SQLException {
        line.text(row.getString("contact"))
                .text(row.getString("contact_name"))
                .text(row.getString("channel"))
                .text(row.getString("handle"))
                .text(row.getString("name"))
                .text(row.getString("rule"))
                .text(Evidence.inWords(row.getString("evidence")))
                .text(status(row.getString("status")))
                .text(row.getString("actor"))
                .when(row.getObject("decided_at", LocalDateTime.class))
                .text(row.getLong("run_id") == run ? "yes" : "no");
    }

    private static String status(String status) {
        return switch (status) {
            case "INFERRED" -> "inferred";
            case "ASSERTED" -> "asserted";
            case "RETRACTED" -> "retracted";
            default -> status;
        };
    }
}
