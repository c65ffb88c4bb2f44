package dev.tributary.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The customers on no contact: first how many for which reason and what would help, then each of them. */
final class UnmatchedSheet implements AuditWorkbook.Sheet {

    private static final String PARTICIPANTS = """
            SELECT p.id AS id, p.channel AS channel, p.handle AS handle, p.name AS name, p.native_id AS native_id,
                   p.url AS url, m.reason AS reason,
                   i.type AS type, i.value_text AS value_text, i.grade AS grade, i.usable AS usable
            FROM participant_match m
            JOIN participant p ON p.id = m.participant_id
            LEFT JOIN participant_identifier i ON i.participant_id = p.id
            WHERE m.outcome = 'UNMATCHED' AND p.side = 1
            ORDER BY p.id, i.type, i.value_text
            """;

    private final JdbcTemplate jdbc;

    UnmatchedSheet(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(Book book, Answers answers) {
        try (Table table = table(book)) {
            if (!answers.unmatchedReasons().isEmpty()) {
                preface(table, answers);
            }
            Participants participants = new Participants(table);
            jdbc.query(PARTICIPANTS, row -> {
                participants.next(row);
            });
            participants.end();
        }
    }

    private static Table table(Book book) {
        return new Table(
                book,
                "Unmatched",
                "Unmatched",
                "Customers on no contact of the CRM. Nothing of what they said is lost: it appears on the contact as soon as"
                        + " they are matched.",
                Column.text("Channel", 11),
                Column.text("Handle", 18),
                Column.text("Name on the channel", 22),
                Column.text("Identifiers", 44),
                Column.text("Why unmatched", 38),
                Column.text("Id on the channel", 22),
                Column.text("Profile", 36));
    }

    private static void preface(Table table, Answers answers) {
        List<int[]> merged = List.of(new int[] {1, 3}, new int[] {4, 6});
        reason(
                table.preface(merged).text("Customers", Look.SUBHEADER),
                "Why unmatched",
                "What would make it match",
                Look.SUBHEADER);
        answers.unmatchedReasons()
                .forEach(reason -> reason(
                        table.preface(merged).number(reason.count()), reason.meaning(), reason.cure(), Look.LABEL));
        table.gap();
    }

    private static void reason(Line line, String meaning, String cure, Look look) {
        line.text(meaning, look).text(null, look).text(null, look);
        line.text(cure, look).text(null, look).text(null, look);
    }

    /** Gathers the identifiers of one participant after the other. */
    private static final class Participants {
        private final Table table;
        private final List<String> identifiers = new ArrayList<>();
        private @Nullable Participant current;

        Participants(Table table) {
            this.table = table;
        }

        void next(ResultSet row) throws SQLException {
            if (current == null || current.id() != row.getLong("id")) {
                end();
                current = Participant.of(row);
            }
            String type = row.getString("type");
            if (type != null) {
                String unusable = row.getBoolean("usable") ? "" : ", not usable";
                identifiers.add(Evidence.type(type) + " " + row.getString("value_text")
                        + Evidence.grade(row.getString("grade")) + unusable);
            }
        }

        void end() {
            if (current != null) {
                current.write(table.row(), String.join("\n", identifiers));
            }
            identifiers.clear();
        }
    }

    private record Participant(
            long id,
            String channel,
            @Nullable String handle,
            @Nullable String name,
            String nativeId,
            @Nullable String url,
            String reason) {

        static Participant of(ResultSet row) throws SQLException {
            return new Participant(
                    row.getLong("id"),
                    row.getString("channel"),
                    row.getString("handle"),
                    row.getString("name"),
                    row.getString("native_id"),
                    row.getString("url"),
                    row.getString("reason"));
        }

        void write(Line line, String identifiers) {
            line.text(channel)
                    .text(handle)
                    .text(name)
                    .text(identifiers)
                    .text(Words.meaning(reason))
                    .text(nativeId)
                    .text(url);
        }
    }
}
