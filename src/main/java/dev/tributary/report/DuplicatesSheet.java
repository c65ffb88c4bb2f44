package dev.tributary.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The messages that several sources report, as far as a report is news: one message, many witnesses. */
final class DuplicatesSheet implements AuditWorkbook.Sheet {

    private static final String WITNESSES = """
            SELECT i.id AS id, i.channel AS channel, i.account AS account, i.native_id AS native_id, i.type AS type,
                   i.occurred_at AS occurred_at, i.version_source AS version_source,
                   w.source AS source, w.segment AS segment, w.line AS line
            FROM interaction_witness w
            JOIN interaction i ON i.id = w.interaction_id
            WHERE w.interaction_id IN (
                SELECT fresh.interaction_id FROM interaction_witness fresh
                WHERE fresh.run_id > ?
                  AND EXISTS (SELECT 1 FROM interaction_witness other
                              WHERE other.interaction_id = fresh.interaction_id AND other.source <> fresh.source))
            ORDER BY i.id DESC, w.source
            """;

    private final JdbcTemplate jdbc;
    private final News news;

    DuplicatesSheet(JdbcTemplate jdbc, News news) {
        this.jdbc = jdbc;
        this.news = news;
    }

    @Override
    public void write(Book book, Answers answers) {
        try (Table table = table(book)) {
            table.preface(List.of(new int[] {0, 7})).text(counted(answers.summary()), Look.LABEL);
            table.gap();
            Messages messages = new Messages(table);
            jdbc.query(
                    WITNESSES,
                    row -> {
                        messages.next(row);
                    },
                    news.before());
            messages.end();
        }
    }

    private static String counted(RunSummary run) {
        long duplicates = run.total().duplicate();
        String perSource = run.sources().stream()
                .filter(source -> source.duplicate() > 0)
                .map(source -> source.source() + " " + Plain.count(source.duplicate()))
                .collect(Collectors.joining(", "));
        return "Counted as duplicate in this run: "
                + Plain.count(duplicates, "record", "records")
                + (perSource.isEmpty() ? "" : " (" + perSource + ")");
    }

    private Table table(Book book) {
        return new Table(
                book,
                "Duplicates",
                "Duplicates",
                "Messages that several sources report. Each is in the CRM once; every source that reported it is kept as a"
                        + " witness, with the landing segment and line where its report can be looked up."
                        + news.leavesOut("what a further source reported"),
                Column.text("Channel", 11),
                Column.text("Account", 20),
                Column.text("Type", 11),
                Column.text("Id on the channel", 30),
                Column.text("When (UTC)", 21),
                Column.number("Witnesses", 12),
                Column.text("Reported by (source segment:line)", 36),
                Column.text("Text taken from", 20));
    }

    /** Gathers the witnesses of one message after the other. */
    private static final class Messages {
        private final Table table;
        private final List<String> witnesses = new ArrayList<>();
        private @Nullable Message current;

        Messages(Table table) {
            this.table = table;
        }

        void next(ResultSet row) throws SQLException {
            if (current == null || current.id() != row.getLong("id")) {
                end();
                current = Message.of(row);
            }
            witnesses.add(row.getString("source") + " " + row.getLong("segment") + ":" + row.getLong("line"));
        }

        void end() {
            if (current != null) {
                current.write(table.row(), witnesses);
            }
            witnesses.clear();
        }
    }

    private record Message(
            long id,
            String channel,
            String account,
            @Nullable String type,
            String nativeId,
            @Nullable LocalDateTime at,
            String version) {

        static Message of(ResultSet row) throws SQLException {
            return new Message(
                    row.getLong("id"),
                    row.getString("channel"),
                    row.getString("account"),
                    row.getString("type"),
                    row.getString("native_id"),
                    row.getObject("occurred_at", LocalDateTime.class),
                    row.getString("version_source"));
        }

        void write(Line line, List<String> witnesses) {
            line.text(channel)
                    .text(account)
                    .text(type == null ? null : Plain.type(type))
                    .text(nativeId)
                    .when(at)
                    .number(witnesses.size())
                    .text(String.join("\n", witnesses))
                    .text(version);
        }
    }
}
