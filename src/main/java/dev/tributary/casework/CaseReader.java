package dev.tributary.casework;

import dev.tributary.store.Portions;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases with all that they show: a few queries for each portion of them, however many there are. Thread-safe. */
@Component
class CaseReader {

    private static final String CASES = """
            SELECT placed.*, p.channel, p.scope, p.native_id, p.handle, p.name, p.url
            FROM (%s WHERE r.id IN (:cases)) placed JOIN participant p ON p.id = placed.participant_id""".formatted(CaseQueue.PLACED);

    private record Row(
            CaseState state,
            String reason,
            LocalDateTime openedAt,
            Place place,
            long participant,
            String channel,
            String account,
            String nativeId,
            @Nullable String handle,
            @Nullable String name,
            @Nullable String url) {}

    private final JdbcClient jdbc;
    private final Comparing comparing;

    CaseReader(JdbcClient jdbc, Comparing comparing) {
        this.jdbc = jdbc;
        this.comparing = comparing;
    }

    /**
     * The cases of these numbers, in their order; those that do not exist are left out.
     *
     * @param messages whether with sample messages
     */
    List<Case> read(List<Long> ids, boolean messages) {
        List<Case> cases = new ArrayList<>();
        Portions.of(ids).forEach(some -> cases.addAll(portion(some, messages)));
        return cases;
    }

    private List<Case> portion(List<Long> ids, boolean messages) {
        Map<Long, Row> rows = rows(ids);
        List<Long> participants = rows.values().stream().map(Row::participant).toList();
        if (participants.isEmpty()) {
            return List.of();
        }
        KnownIdentifiers identifiers = new KnownIdentifiers(jdbc, participants);
        Proposals proposals = new Proposals(jdbc, ids);
        GoldenContacts contacts = new GoldenContacts(jdbc, proposals.contacts());
        GivenVerdicts verdicts = GivenVerdicts.of(jdbc, ids);
        SampleMessages samples = new SampleMessages(jdbc, messages ? participants : List.of(0L));
        return ids.stream()
                .filter(rows::containsKey)
                .map(id -> {
                    Row row = Objects.requireNonNull(rows.get(id));
                    CaseParticipant participant = participant(row, identifiers.of(row.participant()));
                    List<ProposedContact> compared = new ArrayList<>();
                    proposals
                            .in(id)
                            .forEach((contact, proposal) ->
                                    compared.add(comparing.compare(participant, contacts.of(contact), proposal)));
                    return assembled(id, row, participant, compared, samples.of(row.participant()), verdicts.on(id));
                })
                .toList();
    }

    private Case assembled(
            long id,
            Row row,
            CaseParticipant participant,
            List<ProposedContact> contacts,
            List<SampleMessage> samples,
            List<Verdict> verdicts) {
        return new Case(
                id,
                row.state(),
                row.reason(),
                row.openedAt(),
                participant,
                row.place().messages(),
                comparing.ordered(contacts),
                samples,
                verdicts,
                row.place(),
                Stamp.of(participant, contacts, verdicts));
    }

    private static CaseParticipant participant(Row row, List<KnownIdentifier> identifiers) {
        return new CaseParticipant(
                row.participant(),
                row.channel(),
                row.account(),
                row.nativeId(),
                row.handle(),
                row.name(),
                row.url(),
                identifiers);
    }

    private Map<Long, Row> rows(List<Long> ids) {
        Map<Long, Row> rows = new HashMap<>();
        jdbc.sql(CASES).param("cases", ids).query(row -> {
            long id = row.getLong("id");
            rows.put(
                    id,
                    new Row(
                            CaseState.valueOf(row.getString("state")),
                            row.getString("reason"),
                            row.getObject("opened_at", LocalDateTime.class),
                            new Place(row.getInt("unsure") == 1, row.getDouble("likely"), row.getLong("messages"), id),
                            row.getLong("participant_id"),
                            row.getString("channel"),
                            row.getString("scope"),
                            row.getString("native_id"),
                            row.getString("handle"),
                            row.getString("name"),
                            row.getString("url")));
        });
        return rows;
    }
}
