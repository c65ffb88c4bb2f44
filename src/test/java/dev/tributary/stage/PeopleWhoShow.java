package dev.tributary.stage;

import dev.tributary.due.Due;
import dev.tributary.interaction.Grade;
import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.NaturalKey;
import dev.tributary.stage.Normalised.Person;
import dev.tributary.stage.Normalised.Side;
import dev.tributary.testing.TestDatabase;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What messages show of the people on X, written as the stage step writes it. */
public final class PeopleWhoShow {

    private final TestDatabase database;

    public PeopleWhoShow(TestDatabase database) {
        this.database = database;
    }

    /** @param hour of 1 March 2026; the later word stands */
    public void shows(
            String nativeId, @Nullable String name, boolean ours, Grade grade, int hour, List<Identifier> identifiers) {
        Person person = new Person(
                NaturalKey.of("participant", "x", nativeId),
                "x",
                "",
                nativeId,
                null,
                name,
                null,
                ours ? Side.OURS : Side.CUSTOMER,
                grade,
                identifiers,
                LocalDateTime.of(2026, 3, 1, hour, 0),
                List.of());
        Participants participants = new Participants(database.jdbc(), database.bean(Due.class));
        database.transaction().executeWithoutResult(status -> {
            participants.recall(List.of(person));
            participants.absorb(person);
            participants.flush();
        });
    }
}
