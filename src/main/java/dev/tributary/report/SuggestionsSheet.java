package dev.tributary.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pairs of messages that may be one, as far as they are news: no key proves it, so both stay until a person says more. */
final class SuggestionsSheet implements AuditWorkbook.Sheet {

    private static final String PAIRS = """
            SELECT s.rule AS rule, one.occurred_at AS one_at, one.channel AS one_channel,
                   one.native_id AS one_id, one.version_source AS one_source, one.body AS body,
                   COALESCE(author.name, author.handle, author.native_id) AS one_author,
                   two.occurred_at AS two_at, two.channel AS two_channel,
                   two.native_id AS two_id, two.version_source AS two_source,
                   COALESCE(also.name, also.handle, also.native_id) AS two_author
            FROM duplicate_suggestion s
            JOIN interaction one ON one.id = s.first_id
            JOIN interaction two ON two.id = s.second_id
            LEFT JOIN participant author ON author.id = one.author_id
            LEFT JOIN participant also ON also.id = two.author_id
            WHERE s.suggested_run > ?
            ORDER BY s.suggested_run DESC, one.occurred_at DESC, s.first_id, s.second_id
            """;

    private final JdbcTemplate jdbc;
    private final News news;

    SuggestionsSheet(JdbcTemplate jdbc, News news) {
        this.jdbc = jdbc;
        this.news = news;
    }

    @Override
    public void write(Book book, Answers answers) {
        try (Table table = table(book)) {
            jdbc.query(
                    PAIRS,
                    row -> {
                        row(table.row(), row);
                    },
                    news.before());
        }
    }

    private Table table(Book book) {
        return new Table(
                book,
                "Maybe one message",
                "Maybe one message",
                "Messages with the same words, within ten minutes, from two sources that share no key. Nothing follows from"
                        + " it: both are on the timeline. Where they are one, let a mapping give the id of the channel itself."
                        + news.leavesOut("what was found"),
                Column.text("Why", 34),
                Column.text("Text", 46),
                Column.text("By", 20),
                Column.text("When (UTC)", 21),
                Column.text("Channel", 14),
                Column.text("Source", 18),
                Column.text("Id", 24),
                Column.text("And by", 20),
                Column.text("And when (UTC)", 21),
                Column.text("And channel", 14),
                Column.text("And source", 18),
                Column.text("And id", 24));
    }

    private static void row(Line line, ResultSet row) throws SQLException {
        line.text(Words.meaning(row.getString("rule"))).text(row.getString("body"));
        for (String side : List.of("one", "two")) {
            line.text(row.getString(side + "_author"))
                    .when(row.getObject(side + "_at", LocalDateTime.class))
                    .text(row.getString(side + "_channel"))
                    .text(row.getString(side + "_source"))
                    .text(row.getString(side + "_id"));
        }
    }
}
