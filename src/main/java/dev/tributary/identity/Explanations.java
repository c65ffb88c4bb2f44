package dev.tributary.identity;

import dev.tributary.definition.Definitions;
import dev.tributary.identity.AboutParticipant.Against;
import dev.tributary.identity.AboutParticipant.Known;
import dev.tributary.identity.AboutParticipant.Link;
import dev.tributary.identity.AboutParticipant.Need;
import dev.tributary.identity.AboutParticipant.Never;
import dev.tributary.identity.AboutParticipant.Rule;
import dev.tributary.identity.Candidate.KnownContact;
import dev.tributary.match.Agreements;
import dev.tributary.match.Condition;
import dev.tributary.match.MatchRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why a participant is on a contact, or on none: from the raw value to the decision. Reads only. Thread-safe. */
@Component
public class Explanations {

    private static final String LINKS = """
            SELECT c.external_id, root.external_id AS survivor, l.status, l.rule, l.evidence, l.actor, l.reason, l.run_id,
                   l.decided_at, l.retracted_by, l.retracted_at, l.retracted_for
            FROM link l JOIN crm_contact c ON c.id = l.contact_id
            JOIN crm_contact root ON root.id = COALESCE(c.survivor_id, c.id)
            WHERE l.participant_id = :participant ORDER BY l.id DESC""";

    private static final String NEVER = """
            SELECT c.external_id, n.actor, n.reason, n.decided_at
            FROM never_match n JOIN crm_contact c ON c.id = n.contact_id
            WHERE n.participant_id = :participant AND n.active = TRUE ORDER BY c.external_id""";

    private record Row(
            String channel,
            String account,
            String nativeId,
            @Nullable String handle,
            @Nullable String name,
            boolean ours,
            @Nullable String outcome,
            @Nullable String reason) {}

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final Matching matching;
    private final Definitions definitions;

    Explanations(JdbcClient jdbc, DataSource dataSource, Matching matching, Definitions definitions) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.matching = matching;
        this.definitions = definitions;
    }

    /**
     * @param participant its number
     * @return empty where there is no such participant
     */
    public Optional<AboutParticipant> of(long participant) {
        return jdbc.sql("""
                        SELECT p.channel, p.scope, p.native_id, p.handle, p.name, p.side, m.outcome, m.reason
                        FROM participant p LEFT JOIN participant_match m ON m.participant_id = p.id
                        WHERE p.id = :participant""")
                .param("participant", participant)
                .query((row, number) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6) == 2,
                        row.getString(7),
                        row.getString(8)))
                .optional()
                .map(it -> about(participant, it));
    }

    private AboutParticipant about(long participant, Row row) {
        List<Link> links = links(participant);
        List<Never> never = nevers(participant);
        List<Known> identifiers = new ArrayList<>();
        List<Against> contacts = new ArrayList<>();
        boolean[] nearest = {false};
        CandidateReader.ofThose(dataSource, "SELECT id AS participant_id FROM participant WHERE id = ?", participant)
                .forEach(candidate -> {
                    ContactFacts facts = new ContactFacts(jdbc);
                    candidate.evidence().forEach(it -> identifiers.add(known(it, facts)));
                    Theirs theirs = Theirs.of(candidate);
                    matching.matcher()
                            .explain(candidate)
                            .forEach(it -> contacts.add(against(
                                    it,
                                    Objects.requireNonNull(candidate.contacts().get(it.contact())),
                                    theirs,
                                    facts)));
                    if (contacts.isEmpty()) {
                        nearest[0] = true;
                        contacts.addAll(nearest(never, theirs, facts));
                    }
                });
        return new AboutParticipant(
                participant,
                row.channel(),
                row.account(),
                row.nativeId(),
                row.handle(),
                row.name(),
                row.ours(),
                row.outcome(),
                row.reason(),
                links.stream()
                        .filter(it -> it.retractedAt() == null)
                        .findFirst()
                        .orElse(null),
                links.stream().filter(it -> it.retractedAt() != null).toList(),
                never,
                identifiers,
                contacts,
                nearest[0]);
    }

    private List<Link> links(long participant) {
        return jdbc.sql(LINKS)
                .param("participant", participant)
                .query((row, number) -> link(row))
                .list();
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getString("external_id"),
                row.getString("survivor"),
                row.getString("status"),
                row.getString("rule"),
                row.getString("evidence"),
                row.getString("actor"),
                row.getString("reason"),
                row.getObject("run_id", Long.class),
                row.getObject("decided_at", LocalDateTime.class),
                row.getString("retracted_by"),
                row.getObject("retracted_at", LocalDateTime.class),
                row.getString("retracted_for"));
    }

    private List<Never> nevers(long participant) {
        return jdbc.sql(NEVER)
                .param("participant", participant)
                .query((row, number) -> new Never(
                        row.getString(1), row.getString(2), row.getString(3), row.getObject(4, LocalDateTime.class)))
                .list();
    }

    private static Known known(Evidence it, ContactFacts facts) {
        return new Known(
                it.type(),
                it.raw(),
                it.value(),
                it.grade(),
                it.usable(),
                it.sharing() == null ? null : it.sharing().kind().name(),
                it.holders(),
                it.contacts().stream().map(facts::externalId).toList(),
                it.near().stream().map(facts::externalId).toList());
    }

    private static Against against(Explanation it, KnownContact contact, Theirs theirs, ContactFacts facts) {
        List<Rule> rules = it.rules().stream()
                .map(result -> rule(result.rule(), result.supported(), it.found(), theirs, facts.values(contact)))
                .toList();
        return new Against(
                facts.externalId(contact.id()),
                contact.name(),
                it.never(),
                it.verdict().fit().name(),
                it.verdict().rule(),
                it.found().known(),
                rules);
    }

    private List<Against> nearest(List<Never> never, Theirs theirs, ContactFacts facts) {
        List<MatchRule> rules = definitions.rules().links().rules();
        return new NearestContacts(
                        jdbc, definitions.rules().duplicates().score().weights())
                .of(theirs, facts).stream()
                        .map(it -> new Against(
                                facts.externalId(it.contact().id()),
                                it.contact().name(),
                                never.stream()
                                        .anyMatch(of -> of.contact()
                                                .equals(facts.externalId(
                                                        it.contact().id()))),
                                Compared.Fit.NONE.name(),
                                "",
                                it.agreements().known(),
                                rules.stream()
                                        .map(rule -> rule(
                                                rule,
                                                rule.explain(it.agreements()),
                                                it.agreements(),
                                                theirs,
                                                facts.values(it.contact())))
                                        .toList()))
                        .toList();
    }

    private static Rule rule(
            MatchRule rule, MatchRule.Result result, Agreements found, Theirs theirs, ContactFacts.Values contact) {
        List<Condition> conditions = List.of();
        if (result instanceof MatchRule.Fails fails) {
            conditions = fails.conditions();
        } else if (result instanceof MatchRule.Stopped stopped) {
            conditions = stopped.exception();
        }
        return new Rule(
                rule.name(),
                rule.then(),
                result instanceof MatchRule.Stopped,
                conditions.stream()
                        .map(it -> new Need(
                                it.field(),
                                it.allowed(),
                                found.in(it.field()),
                                theirs.values(it.field()),
                                contact.of(it.field())))
                        .toList());
    }
}
