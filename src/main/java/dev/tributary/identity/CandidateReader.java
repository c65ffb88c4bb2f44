package dev.tributary.identity;

import dev.tributary.identity.Candidate.KnownContact;
import dev.tributary.identity.Candidate.StandingLink;
import dev.tributary.identity.Evidence.Sharing;
import dev.tributary.interaction.Grade;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.interaction.SharedKind;
import dev.tributary.store.FetchSize;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
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

    /**
     * Only what the CRM itself holds is evidence: what was learned from a link must not make the next one. A number without a
     * country code is no valid one, and may be another spelling of a valid one all the same. Contacts that were merged are one: the
     * one that they stand under.
     */
    private static final String QUERY = """
            SELECT p.id, p.channel, p.scope, p.native_id, p.name, i.type, i.value_text, i.raw, i.grade, i.usable,
                   i.first_seen, i.last_seen, s.kind, s.since, s.until,
                   COALESCE(standing.survivor_id, standing.id) AS stands_for,
                   held.contact_id AS carrier, held.value_text AS held_value, c.id AS contact_id, c.external_id,
                   c.name AS contact_name, c.given_name, c.family_name, c.company,
                   COALESCE(linked.survivor_id, linked.id) AS linked_id, l.status, l.rule, m.outcome, m.reason
            FROM participant p
            LEFT JOIN participant_identifier i ON i.participant_id = p.id
            LEFT JOIN shared_identifier s ON s.type = i.type AND s.value_text = i.value_text AND s.ended_at IS NULL
            LEFT JOIN loose_identifier q ON q.type = i.type AND q.value_text = i.value_text
            LEFT JOIN crm_contact_point held ON held.type = i.type AND held.value_text = COALESCE(q.other, i.value_text)
              AND held.origin = 'CRM' AND (held.usable = TRUE OR held.type = 'PHONE' AND held.value_text <> i.value_text)
            LEFT JOIN crm_contact carrying ON carrying.id = held.contact_id
            LEFT JOIN crm_contact c ON c.id = COALESCE(carrying.survivor_id, carrying.id)
            LEFT JOIN crm_contact standing ON standing.id = s.contact_id
            LEFT JOIN link l ON l.active_participant = p.id
            LEFT JOIN crm_contact linked ON linked.id = l.contact_id
            LEFT JOIN participant_match m ON m.participant_id = p.id
            WHERE p.side = 1 %s
            ORDER BY p.id""";

    private record Row(
            long participant,
            String key,
            @Nullable String name,
            @Nullable Piece piece,
            @Nullable StandingLink standing,
            @Nullable String outcome,
            @Nullable String reason) {}

    /** One identifier, on one contact or on none. */
    private record Piece(
            IdentifierType type,
            String value,
            String raw,
            Grade grade,
            boolean usable,
            @Nullable Sharing sharing,
            @Nullable String contactId,
            boolean isNear,
            @Nullable KnownContact contact) {}

    /** One identifier with those who carry it, by the CRM's id: the order of the rows makes no difference. */
    private static final class Gathered {
        private final Piece first;
        private final TreeMap<String, KnownContact> exact = new TreeMap<>();
        private final TreeMap<String, KnownContact> near = new TreeMap<>();
        private final Set<Long> holders = new HashSet<>();

        private Gathered(Piece first) {
            this.first = first;
        }

        private void add(Piece piece) {
            if (piece.contactId() == null || piece.contact() == null) {
                return;
            }
            TreeMap<String, KnownContact> contacts = piece.isNear() ? near : exact;
            contacts.merge(piece.contactId(), piece.contact(), KnownContact::carriedBy);
            if (contacts.size() > Evidence.KEPT) {
                contacts.pollLastEntry();
            }
            if (!piece.isNear()) {
                holders.add(piece.contact().id());
            }
        }

        private Evidence evidence(Map<Long, KnownContact> contacts) {
            near.keySet().removeAll(exact.keySet());
            exact.values().forEach(it -> contacts.merge(it.id(), it, KnownContact::carriedBy));
            near.values().forEach(it -> contacts.putIfAbsent(it.id(), it));
            return new Evidence(
                    first.type(),
                    first.value(),
                    first.raw(),
                    first.grade(),
                    first.usable(),
                    exact.values().stream().map(KnownContact::id).toList(),
                    holders.size(),
                    near.values().stream().map(KnownContact::id).toList(),
                    first.sharing());
        }
    }

    private final JdbcCursorItemReader<Row> rows;
    private @Nullable Row ahead;

    private CandidateReader(DataSource dataSource, String condition, Object... parameters) {
        rows = new JdbcCursorItemReaderBuilder<Row>()
                .name("candidates")
                .dataSource(dataSource)
                .sql(QUERY.formatted(condition))
                .preparedStatementSetter(statement -> {
                    for (int at = 0; at < parameters.length; at++) {
                        statement.setObject(at + 1, parameters[at]);
                    }
                })
                .fetchSize(FetchSize.streaming(dataSource))
                .saveState(false)
                .verifyCursorPosition(false)
                .rowMapper((row, number) -> row(row))
                .build();
    }

    static CandidateReader ofAll(DataSource dataSource) {
        return new CandidateReader(dataSource, "");
    }

    /**
     * Of those participants only whose ids a query gives.
     *
     * @param ids a query in SQL that gives the ids of participants, as {@code participant_id}
     */
    static CandidateReader ofThose(DataSource dataSource, String ids, Object... parameters) {
        return new CandidateReader(
                dataSource, "AND p.id IN (SELECT participant_id FROM (" + ids + ") found)", parameters);
    }

    /** Gives each of them to a consumer, from the first to the last. */
    void forEach(Consumer<Candidate> consumer) {
        open(new ExecutionContext());
        try {
            for (Candidate next = read(); next != null; next = read()) {
                consumer.accept(next);
            }
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("The participants cannot be read", failure);
        } finally {
            close();
        }
    }

    @Override
    public @Nullable Candidate read() throws Exception {
        Row first = ahead == null ? rows.read() : ahead;
        if (first == null) {
            return null;
        }
        Map<String, Gathered> evidence = new TreeMap<>();
        Row row = first;
        while (row != null && row.participant() == first.participant()) {
            Piece piece = row.piece();
            if (piece != null) {
                evidence.computeIfAbsent(piece.type() + " " + piece.value(), any -> new Gathered(piece))
                        .add(piece);
            }
            row = rows.read();
        }
        ahead = row;
        List<Evidence> all = new ArrayList<>();
        Map<Long, KnownContact> contacts = new HashMap<>();
        evidence.values().forEach(it -> all.add(it.evidence(contacts)));
        return new Candidate(
                first.participant(),
                first.key(),
                first.name(),
                all,
                contacts,
                first.standing(),
                first.outcome(),
                first.reason());
    }

    private static Row row(ResultSet row) throws SQLException {
        long linked = row.getLong("linked_id");
        boolean isLinked = !row.wasNull();
        boolean asserted =
                "ASSERTED".equals(row.getString("status")) && !PairLists.ALWAYS.equals(row.getString("rule"));
        String scope = row.getString("scope");
        return new Row(
                row.getLong("id"),
                row.getString("channel") + (scope.isEmpty() ? "" : "/" + scope) + ":" + row.getString("native_id"),
                row.getString("name"),
                piece(row),
                isLinked ? new StandingLink(linked, asserted) : null,
                row.getString("outcome"),
                row.getString("reason"));
    }

    private static @Nullable Piece piece(ResultSet row) throws SQLException {
        String type = row.getString("type");
        if (type == null) {
            return null;
        }
        String value = row.getString("value_text");
        String held = row.getString("held_value");
        return new Piece(
                IdentifierType.valueOf(type),
                value,
                row.getString("raw"),
                Grade.valueOf(row.getString("grade")),
                row.getBoolean("usable"),
                sharing(row),
                row.getString("external_id"),
                held != null && !held.equals(value),
                held == null ? null : contact(row));
    }

    private static KnownContact contact(ResultSet row) throws SQLException {
        return new KnownContact(
                row.getLong("contact_id"),
                row.getLong("carrier"),
                row.getString("contact_name"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("company"));
    }

    /** Null where the registry says nothing, or of another time. */
    private static @Nullable Sharing sharing(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        if (kind == null) {
            return null;
        }
        LocalDateTime since = row.getObject("since", LocalDateTime.class);
        LocalDateTime until = row.getObject("until", LocalDateTime.class);
        if (since == null && until == null) {
            return new Sharing(SharedKind.valueOf(kind), standsFor(row), true);
        }
        LocalDateTime first = row.getObject("first_seen", LocalDateTime.class);
        LocalDateTime last = row.getObject("last_seen", LocalDateTime.class);
        boolean before = since != null && last.isBefore(since);
        boolean after = until != null && !first.isBefore(until);
        if (before || after) {
            return null;
        }
        boolean throughout = (since == null || !first.isBefore(since)) && (until == null || last.isBefore(until));
        return new Sharing(SharedKind.valueOf(kind), standsFor(row), throughout);
    }

    private static @Nullable Long standsFor(ResultSet row) throws SQLException {
        long contact = row.getLong("stands_for");
        return row.wasNull() ? null : contact;
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
