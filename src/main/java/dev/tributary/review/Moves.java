package dev.tributary.review;

import dev.tributary.timeline.Timelines;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Single messages that a person puts on another contact: each stands there alone, whatever the links say, and stays there when it is
 * edited. Thread-safe.
 *
 * <p>Every method throws {@link RunUnderWay} where a run is at work; then nothing changed.
 */
@Component
public class Moves {

    private static final String BACK = """
            UPDATE interaction_move SET active_interaction = NULL, back_by = :actor, back_at = :now, back_for = :reason
            WHERE active_interaction = :interaction""";

    private static final String MOVE = """
            INSERT INTO interaction_move (interaction_id, contact_id, active_interaction, actor, reason, decided_at)
            VALUES (:interaction, :contact, :interaction, :actor, :reason, :now)""";

    private record Standing(long survivor, String externalId) {}

    private final Desk desk;
    private final Register register;
    private final JdbcClient jdbc;
    private final Timelines timelines;
    private final Clock clock;

    Moves(Desk desk, Register register, JdbcClient jdbc, Timelines timelines, Clock clock) {
        this.desk = desk;
        this.register = register;
        this.jdbc = jdbc;
        this.timelines = timelines;
        this.clock = clock;
    }

    /**
     * Puts the message on this contact.
     *
     * @param interaction a number of {@code interaction.id}
     * @throws Unusable where the message is a note among ourselves, or was withdrawn before anybody read it
     */
    public Decided move(long interaction, Contact contact, By by) {
        boolean shown = jdbc.sql("SELECT COUNT(*) FROM interaction WHERE id = :id AND direction <> 'INTERNAL'")
                        .param("id", interaction)
                        .query(Long.class)
                        .single()
                > 0;
        if (!shown) {
            throw new Unusable("Message " + interaction + " stands on no timeline: it is a note among ourselves, or it"
                    + " was withdrawn before it was read");
        }
        return desk.decide(() -> {
            Optional<Standing> standing = standing(interaction);
            if (standing.filter(it -> it.survivor() == register.survivor(contact.id()))
                    .isPresent()) {
                return Decided.ALREADY_SO;
            }
            standing.ifPresent(it -> write(BACK, interaction, by, null));
            write(MOVE, interaction, by, contact.id());
            return new Decided(
                    true,
                    standing.map(Standing::externalId).orElse(null),
                    timelines.movesChanged(List.of(interaction)));
        });
    }

    /** Puts the message where the links say that it belongs. */
    public Decided back(long interaction, By by) {
        return desk.decide(() -> {
            Optional<Standing> standing = standing(interaction);
            if (standing.isEmpty()) {
                return Decided.ALREADY_SO;
            }
            write(BACK, interaction, by, null);
            return new Decided(true, standing.get().externalId(), timelines.movesChanged(List.of(interaction)));
        });
    }

    private Optional<Standing> standing(long interaction) {
        return jdbc.sql("SELECT COALESCE(c.survivor_id, c.id), c.external_id FROM interaction_move m"
                        + " JOIN crm_contact c ON c.id = m.contact_id WHERE m.active_interaction = :interaction")
                .param("interaction", interaction)
                .query((row, number) -> new Standing(row.getLong(1), row.getString(2)))
                .optional();
    }

    private void write(String sql, long interaction, By by, @Nullable Long contact) {
        Map<String, @Nullable Object> parameters = by.at(LocalDateTime.now(clock));
        parameters.put("interaction", interaction);
        parameters.put("contact", contact);
        jdbc.sql(sql).params(parameters).update();
    }
}
