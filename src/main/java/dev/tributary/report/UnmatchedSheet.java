package dev.tributary.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The customers on no contact: first how many for which reason and what would help, then those who are news, with the most messages
 * first.
 */
final class UnmatchedSheet implements AuditWorkbook.Sheet {

    /** More than a person reads through. */
    private static final int MOST = 10_000;

    /** A row of {@code participant_match} is of the run in which its outcome or reason changed last. */
    private static final String FRESH = "m.outcome = 'UNMATCHED' AND m.run_id > ? AND p.side = 1";

    private static final String COUNT =
            "SELECT COUNT(*) FROM participant_match m JOIN participant p ON p.id = m.participant_id WHERE " + FRESH;

    private static final String PARTICIPANTS = """
            SELECT p.id AS id, p.channel AS channel, p.handle AS handle, p.name AS name, p.native_id AS native_id,
                   p.url AS url, fresh.reason AS reason, fresh.messages AS messages,
                   i.type AS type, i.value_text AS value_text, i.grade AS grade, i.usable AS usable
            FROM (SELECT m.participant_id, m.reason, COUNT(DISTINCT said.interaction_id) AS messages
                  FROM participant_match m
                  JOIN participant p ON p.id = m.participant_id
                  LEFT JOIN interaction_participant said ON said.participant_id = m.participant_id
                  WHERE %s
                  GROUP BY m.participant_id, m.reason
                  ORDER BY COUNT(DISTINCT said.interaction_id) DESC, m.participant_id LIMIT ?) fresh
            JOIN participant p ON p.id = fresh.participant_id
            LEFT JOIN participant_identifier i ON i.participant_id = p.id
            ORDER BY fresh.messages DESC, p.id, i.type, i.value_text
            """.formatted(FRESH);

    private final JdbcTemplate jdbc;
    private final News news;
    private final int most;

    UnmatchedSheet(JdbcTemplate jdbc, News news) {
        this(jdbc, news, news.listing() == Listing.ALL ? Integer.MAX_VALUE : MOST);
    }

    /** @param most how many customers are listed */
    UnmatchedSheet(JdbcTemplate jdbc, News news, int most) {
        this.jdbc = jdbc;
        this.news = news;
        this.most = most;
    }

    @Override
    public void write(Book book, Answers answers) {
        try (Table table = table(book)) {
            if (!answers.unmatchedReasons().isEmpty()) {
                preface(table, answers);
            }
            Participants participants = new Participants(table);
            jdbc.query(
                    PARTICIPANTS,
                    row -> {
                        participants.next(row);
                    },
                    news.before(),
                    most);
            participants.end();
        }
    }

    private static Table table(Book book) {
        return new Table(
                book,
                "Unmatched",
                "Unmatched",
                "Customers on no contact of the CRM. Nothing of what they said is lost: it appears on the contact as soon as"
                        + " they are matched. Those with the most messages come first.",
                Column.text("Channel", 11),
                Column.text("Handle", 18),
                Column.text("Name on the channel", 22),
                Column.text("Identifiers", 44),
                Column.text("Why unmatched", 38),
                Column.number("Messages", 11),
                Column.text("Id on the channel", 22),
                Column.text("Profile", 36));
    }

    private void preface(Table table, Answers answers) {
        List<int[]> merged = List.of(new int[] {1, 3}, new int[] {4, 7});
        reason(
                table.preface(merged).text("Customers", Look.SUBHEADER),
                "Why unmatched",
                "What would make it match",
                Look.SUBHEADER);
        answers.unmatchedReasons()
                .forEach(reason -> reason(
                        table.preface(merged).number(reason.count()), reason.meaning(), reason.cure(), Look.LABEL));
        table.gap();
        long fresh = fresh();
        long others = answers.summary().people().unmatched() - Math.min(fresh, most);
        if (others > 0) {
            table.preface(List.of(new int[] {0, 7})).wide(listed(fresh, others), Look.LABEL, 8);
            table.gap();
        }
    }

    private long fresh() {
        Long fresh = jdbc.queryForObject(COUNT, Long.class, news.before());
        return fresh == null ? 0 : fresh;
    }

    private String listed(long fresh, long others) {
        return "Listed: "
                + (fresh > most ? "the " + Plain.count(most) + " with the most messages of " : "")
                + Plain.count(fresh, "customer", "customers")
                + (news.isEverything() ? "" : ", new here or here for another reason" + news.sinceWhen())
                + ". Not listed: " + Plain.count(others, "other", "others")
                + "; " + news.command() + " lists everybody.";
    }

    private static void reason(Line line, String meaning, String cure, Look look) {
        line.text(meaning, look).text(null, look).text(null, look);
        line.text(cure, look).text(null, look).text(null, look).text(null, look);
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
            String reason,
            long messages) {

        static Participant of(ResultSet row) throws SQLException {
            return new Participant(
                    row.getLong("id"),
                    row.getString("channel"),
                    row.getString("handle"),
                    row.getString("name"),
                    row.getString("native_id"),
                    row.getString("url"),
                    row.getString("reason"),
                    row.getLong("messages"));
        }

        void write(Line line, String identifiers) {
            line.text(channel)
                    .text(handle)
                    .text(name)
                    .text(identifiers)
                    .text(Words.meaning(reason))
                    .number(messages)
                    .text(nativeId)
                    .text(url);
        }
    }
}
