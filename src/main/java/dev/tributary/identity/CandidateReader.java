package dev.tributary.identity;

import dev.tributary.identity.Candidate.StandingLink;
import dev.tributary.interaction.Grade;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.store.FetchSize;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.database.JdbcCursorItemReader;
import org.springframework.batch.infrastructure.item.database.builder.JdbcCursorItemReaderBuilder;

/**
 * Every customer among the participants, with what may tell who they are, in one ordered query. A restart reads from the start
 * again: decisions are the same however often they are made.
 */
final class CandidateReader implements ItemStreamReader<Candidate> {

    private static final int CONTACTS_KEPT = 10;

    /** Only what the CRM itself holds is evidence: what was learned from a link must not make the next one. */
    private static final String QUERY = """
            SELECT p.id, i.type, i.value_text, i.raw, i.grade, i.usable, held.contact_id,
                   l.contact_id AS linked, l.status, m.outcome, m.reason
            FROM participant p
            LEFT JOIN participant_identifier i ON i.participant_id = p.id
            LEFT JOIN crm_contact_point held ON held.type = i.type AND held.value_text = i.value_text
                                            AND held.origin = 'CRM' AND held.usable = TRUE
            LEFT JOIN link l ON l.active_participant = p.id
            LEFT JOIN participant_match m ON m.participant_id = p.id
            WHERE p.side = 1
            ORDER BY p.id, i.type, i.value_text, held.contact_id""";

    private record Row(
            long participant,
            @Nullable Evidence evidence,
            @Nullable StandingLink standing,
            @Nullable String outcome,
            @Nullable String reason) {}

    private final JdbcCursorItemReader<Row> rows;
    private @Nullable Row ahead;

    CandidateReader(DataSource dataSource) {
        rows = new JdbcCursorItemReaderBuilder<Row>()
                .name("candidates")
                .dataSource(dataSource)
                .sql(QUERY)
                .fetchSize(FetchSize.streaming(dataSource))
                .saveState(false)
                .verifyCursorPosition(false)
                .rowMapper((row, number) -> row(row))
                .build();
    }

    @Override
    public @Nullable Candidate read() throws Exception {
        Row first = ahead == null ? rows.read() : ahead;
        if (first == null) {
            return null;
        }
        Map<String, Evidence> evidence = new LinkedHashMap<>();
        Row row = first;
        while (row != null && row.participant() == first.participant()) {
            if (row.evidence() != null) {
                evidence.merge(
                        row.evidence().type() + " " + row.evidence().value(), row.evidence(), CandidateReader::join);
            }
            row = rows.read();
        }
        ahead = row;
        return new Candidate(
                first.participant(), List.copyOf(evidence.values()), first.standing(), first.outcome(), first.reason());
    }

    /** A switchboard may sit on thousands of contacts: all are counted, the first are kept. */
    private static Evidence join(Evidence one, Evidence other) {
        List<Long> contacts = one.contacts();
        if (contacts.size() < CONTACTS_KEPT) {
            contacts = new ArrayList<>(contacts);
            contacts.addAll(other.contacts());
        }
        return new Evidence(
                one.type(),
                one.value(),
                one.raw(),
                one.grade(),
                one.usable(),
                contacts,
                one.holders() + other.holders());
    }

    private static Row row(ResultSet row) throws SQLException {
        long linked = row.getLong("linked");
        StandingLink standing =
                row.wasNull() ? null : new StandingLink(linked, "ASSERTED".equals(row.getString("status")));
        return new Row(row.getLong("id"), evidence(row), standing, row.getString("outcome"), row.getString("reason"));
    }

    private static @Nullable Evidence evidence(ResultSet row) throws SQLException {
        String type = row.getString("type");
        if (type == null) {
            return null;
        }
        long contact = row.getLong("contact_id");
        List<Long> contacts = row.wasNull() ? List.of() : List.of(contact);
        return new Evidence(
                IdentifierType.valueOf(type),
                row.getString("value_text"),
                row.getString("raw"),
                Grade.valueOf(row.getString("grade")),
                row.getBoolean("usable"),
                contacts,
                contacts.size());
    }

    @Override
    public void open(ExecutionContext context) {
        rows.open(context);
    }

    @Override
    public void close() {
        rows.close();
    }
}
