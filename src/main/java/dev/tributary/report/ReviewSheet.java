package dev.tributary.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The customers of whom a person must say who they are: one row a candidate. */
final class ReviewSheet implements AuditWorkbook.Sheet {

    private static final String CANDIDATES = """
            SELECT r.id AS case_id, r.likelihood AS likelihood, r.opened_at AS opened_at, p.channel AS channel, p.handle AS handle, p.name AS name,
                   m.reason AS reason, c.external_id AS contact, c.name AS contact_name, c.company AS company,
                   k.type AS type, k.value_text AS value_text, k.rule AS rule
            FROM participant_match m
            JOIN participant p ON p.id = m.participant_id
            LEFT JOIN review_case r ON r.participant_id = p.id
            LEFT JOIN review_candidate k ON k.case_id = r.id
            LEFT JOIN crm_contact c ON c.id = k.contact_id
            WHERE m.outcome = 'REVIEW' AND p.side = 1
            ORDER BY COALESCE(r.likelihood, 0) DESC, r.id, p.id, c.external_id, k.type, k.value_text
            """;

    private final JdbcTemplate jdbc;

    ReviewSheet(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(Book book, Answers answers) {
        try (Table table = table(book)) {
            jdbc.query(CANDIDATES, row -> {
                row(table.row(), row);
            });
        }
    }

    private static Table table(Book book) {
        return new Table(
                book,
                "To review",
                "To review",
                "The rules do not guess: where the evidence is doubtful, a person decides. One row for each candidate and"
                        + " identifier of a case, the likeliest first.",
                Column.number("Case", 8),
                Column.text("Open since (UTC)", 21),
                Column.text("Channel", 11),
                Column.text("Handle", 18),
                Column.text("Name on the channel", 21),
                Column.text("Why a person must decide", 34),
                Column.text("Candidate id", 13),
                Column.text("Candidate", 22),
                Column.text("Company", 19),
                Column.text("Identifier", 32),
                Column.text("Rule", 15),
                Column.number("Likely (%)", 10));
    }

    private static void row(Line line, ResultSet row) throws SQLException {
        String type = row.getString("type");
        line.number(row.getObject("case_id", Long.class))
                .when(row.getObject("opened_at", LocalDateTime.class))
                .text(row.getString("channel"))
                .text(row.getString("handle"))
                .text(row.getString("name"))
                .text(Words.meaning(row.getString("reason")))
                .text(row.getString("contact"))
                .text(row.getString("contact_name"))
                .text(row.getString("company"))
                .text(type == null ? null : Evidence.type(type) + " " + row.getString("value_text"))
                .text(row.getString("rule"))
                .number(percent(row.getObject("likelihood", Double.class)));
    }

    private static @Nullable Long percent(@Nullable Double likelihood) {
        return likelihood == null ? null : Math.round(100 * likelihood);
    }
}
