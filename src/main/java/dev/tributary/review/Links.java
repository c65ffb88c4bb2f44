package dev.tributary.review;

import dev.tributary.timeline.Timelines;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The links that a person makes and retracts. No link is ever deleted; the timelines follow at once. Thread-safe.
 *
 * <p>Every method throws {@link RunUnderWay} where a run is at work; then nothing changed.
 */
@Component
public class Links {

    /** As it stands in {@code link.rule} and {@code contact_merge.rule}. */
    static final String BY_A_PERSON = "person";

    private static final String STANDING = """
            SELECT l.id, l.participant_id, l.contact_id, c.external_id, COALESCE(c.survivor_id, c.id) AS survivor, l.status
            FROM link l JOIN crm_contact c ON c.id = l.contact_id
            WHERE l.active_participant IS NOT NULL AND\s""";

    private static final String RETRACT = """
            UPDATE link SET status = 'RETRACTED', active_participant = NULL, retracted_by = :actor, retracted_at = :now,
              retracted_for = :reason, on_timeline = FALSE
            WHERE id IN (:ids)""";

    private static final String ASSERT = """
            INSERT INTO link (participant_id, contact_id, sequence, status, active_participant, rule, evidence, actor,
                              reason, decided_at)
            SELECT :participant, :contact, COALESCE(MAX(sequence), 0) + 1, 'ASSERTED', :participant, :rule, '[]', :actor,
                   CAST(:reason AS CHAR(1000)), :now
            FROM link WHERE participant_id = :participant AND contact_id = :contact""";

    private static final String NEVER = """
            INSERT INTO never_match (participant_id, contact_id, active, actor, reason, decided_at)
            VALUES (:participant, :contact, TRUE, :actor, :reason, :now)
            ON DUPLICATE KEY UPDATE active = TRUE, actor = VALUES(actor), reason = VALUES(reason),
              decided_at = VALUES(decided_at)""";

    private static final String NEVERS = """
            FROM never_match n JOIN crm_contact c ON c.id = n.contact_id
            WHERE n.participant_id = :participant AND n.active = TRUE AND COALESCE(c.survivor_id, c.id) = :survivor""";

    private record Standing(
            long id, long participant, long contact, String externalId, long survivor, boolean asserted) {}

    private final Desk desk;
    private final Register register;
    private final JdbcClient jdbc;
    private final Timelines timelines;
    private final Clock clock;

    Links(Desk desk, Register register, JdbcClient jdbc, Timelines timelines, Clock clock) {
        this.desk = desk;
        this.register = register;
        this.jdbc = jdbc;
        this.timelines = timelines;
        this.clock = clock;
    }

    /**
     * Says that the participant is this contact. A link to another contact is retracted; that they never match is taken back.
     *
     * @throws Unusable where the participant is one of ours
     */
    public Decided link(Participant participant, Contact contact, By by) {
        if (participant.ours()) {
            throw new Unusable("Participant " + participant.id() + " speaks for our company, and is no contact's");
        }
        return desk.decide(() -> {
            long survivor = register.survivor(contact.id());
            Optional<Standing> standing = standing(participant.id());
            if (standing.filter(it -> it.asserted() && it.contact() == contact.id())
                    .isPresent()) {
                return Decided.ALREADY_SO;
            }
            forgive(participant.id(), survivor, by);
            standing.ifPresent(it -> retractRows(List.of(it.id()), by));
            assertRow(participant.id(), contact.id(), by);
            Set<Long> contacts = new LinkedHashSet<>(List.of(contact.id()));
            standing.ifPresent(it -> contacts.add(it.contact()));
            return new Decided(
                    true,
                    standing.map(Standing::externalId).orElse(null),
                    timelines.linksChanged(List.of(participant.id()), contacts));
        });
    }

    /** Says that the participant is not this contact: a link that stands is retracted, and no rule makes it again. */
    public Decided unlink(Participant participant, Contact contact, By by) {
        return desk.decide(() -> {
            long survivor = register.survivor(contact.id());
            Optional<Standing> standing = standing(participant.id()).filter(it -> it.survivor() == survivor);
            if (standing.isEmpty() && nevers(participant.id(), survivor).contains(contact.id())) {
                return Decided.ALREADY_SO;
            }
            never(participant.id(), contact.id(), by);
            if (standing.isEmpty()) {
                return new Decided(true, null, Timelines.Change.NOTHING);
            }
            long linked = standing.get().contact();
            never(participant.id(), linked, by);
            retractRows(List.of(standing.get().id()), by);
            return new Decided(
                    true,
                    standing.get().externalId(),
                    timelines.linksChanged(List.of(participant.id()), List.of(linked)));
        });
    }

    /**
     * Retracts these links, as those that rested on an identifier that turned out to be shared. That they never match is not said:
     * other evidence may link them again.
     *
     * @param links numbers of {@code link.id}; those that do not stand are left aside
     */
    public Decided retract(Collection<Long> links, By by) {
        return desk.decide(() -> {
            List<Standing> standing = standing(links);
            return standing.isEmpty() ? Decided.ALREADY_SO : new Decided(true, null, retracted(standing, by, null));
        });
    }

    /** The same, and says that the participants are this contact, such as the company whose line it is. */
    public Decided moveTo(Collection<Long> links, Contact contact, By by) {
        return desk.decide(() -> {
            long survivor = register.survivor(contact.id());
            List<Standing> elsewhere = standing(links).stream()
                    .filter(it -> it.survivor() != survivor)
                    .toList();
            return elsewhere.isEmpty()
                    ? Decided.ALREADY_SO
                    : new Decided(true, null, retracted(elsewhere, by, contact));
        });
    }

    private Timelines.Change retracted(List<Standing> standing, By by, @Nullable Contact instead) {
        retractRows(standing.stream().map(Standing::id).toList(), by);
        Set<Long> contacts = new LinkedHashSet<>();
        standing.forEach(it -> contacts.add(it.contact()));
        if (instead != null) {
            contacts.add(instead.id());
            standing.forEach(it -> {
                forgive(it.participant(), register.survivor(instead.id()), by);
                assertRow(it.participant(), instead.id(), by);
            });
        }
        return timelines.linksChanged(
                standing.stream().map(Standing::participant).toList(), contacts);
    }

    private Optional<Standing> standing(long participant) {
        return standing("l.active_participant = :of", participant).stream().findFirst();
    }

    private List<Standing> standing(Collection<Long> links) {
        List<Standing> standing = new ArrayList<>();
        for (List<Long> some : Portions.of(links)) {
            standing.addAll(standing("l.id IN (:of)", some));
        }
        return standing;
    }

    private List<Standing> standing(String condition, Object of) {
        return jdbc.sql(STANDING + condition + " ORDER BY l.id")
                .param("of", of)
                .query((row, number) -> new Standing(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getLong(5),
                        "ASSERTED".equals(row.getString(6))))
                .list();
    }

    private void retractRows(List<Long> links, By by) {
        for (List<Long> some : Portions.of(links)) {
            jdbc.sql(RETRACT)
                    .params(by.at(LocalDateTime.now(clock)))
                    .param("ids", some)
                    .update();
        }
    }

    private void assertRow(long participant, long contact, By by) {
        jdbc.sql(ASSERT)
                .params(by.at(LocalDateTime.now(clock)))
                .param("participant", participant)
                .param("contact", contact)
                .param("rule", BY_A_PERSON)
                .update();
    }

    private void never(long participant, long contact, By by) {
        jdbc.sql(NEVER)
                .params(by.at(LocalDateTime.now(clock)))
                .param("participant", participant)
                .param("contact", contact)
                .update();
    }

    private List<Long> nevers(long participant, long survivor) {
        return jdbc.sql("SELECT n.contact_id " + NEVERS)
                .param("participant", participant)
                .param("survivor", survivor)
                .query(Long.class)
                .list();
    }

    private void forgive(long participant, long survivor, By by) {
        List<Long> nevers = nevers(participant, survivor);
        if (!nevers.isEmpty()) {
            jdbc.sql("UPDATE never_match SET active = FALSE, actor = :actor, reason = :reason, decided_at = :now"
                            + " WHERE participant_id = :participant AND contact_id IN (:contacts)")
                    .params(by.at(LocalDateTime.now(clock)))
                    .param("participant", participant)
                    .param("contacts", nevers)
                    .update();
        }
    }
}
