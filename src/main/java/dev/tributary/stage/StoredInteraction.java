package dev.tributary.stage;

import dev.tributary.interaction.NaturalKey;
import dev.tributary.run.Outcome;
import dev.tributary.stage.Normalised.Message;
import dev.tributary.stage.Normalised.Withdrawal;
import dev.tributary.stage.StageItem.Position;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One interaction as the tables hold it, and what a chunk makes of it. The outcome for each report, and the state after all of
 * them, do not depend on the order in which versions and withdrawals arrive.
 */
final class StoredInteraction {

    private final NaturalKey key;
    private final long run;
    private final Map<String, Long> witnesses = new HashMap<>();
    private final Map<String, Position> newWitnesses = new HashMap<>();
    private long id;
    private @Nullable NaturalKey hash;
    private @Nullable Version version;
    private @Nullable LocalDateTime deletedAt;
    private @Nullable LocalDateTime occurredAt;
    private boolean undated;
    private @Nullable Message content;
    private @Nullable Withdrawal withdrawal;
    private boolean inserted;
    private boolean buried;
    private boolean antedated;
    private @Nullable String newBy;

    private StoredInteraction(NaturalKey key, long run) {
        this.key = key;
        this.run = run;
    }

    static StoredInteraction absent(NaturalKey key, long run) {
        StoredInteraction absent = new StoredInteraction(key, run);
        absent.inserted = true;
        return absent;
    }

    /** @param hash null for a withdrawal whose message never came */
    static StoredInteraction stored(
            NaturalKey key,
            long run,
            long id,
            @Nullable NaturalKey hash,
            Version version,
            @Nullable LocalDateTime deletedAt,
            @Nullable LocalDateTime occurredAt,
            boolean undated) {
        StoredInteraction stored = new StoredInteraction(key, run);
        stored.id = id;
        stored.hash = hash;
        stored.version = version;
        stored.deletedAt = deletedAt;
        stored.occurredAt = occurredAt;
        stored.undated = undated;
        return stored;
    }

    void storedWitness(String source, long inRun) {
        witnesses.put(source, inRun);
    }

    Outcome report(Message message) {
        Outcome outcome = outcome(message);
        newBy = outcome == Outcome.NEW ? message.source() : newBy;
        witness(message.source(), message.position());
        LocalDateTime at = Utc.of(message.content().at());
        if (occurredAt == null || at.isBefore(occurredAt)) {
            antedated = occurredAt != null;
            occurredAt = at;
        }
        if (message.content().deleted()) {
            bury(message.versionAt());
        }
        return outcome;
    }

    private Outcome outcome(Message message) {
        if (hash == null || version == null) {
            boolean first = version == null;
            take(message);
            return first ? Outcome.NEW : Outcome.UPDATED;
        }
        int order = message.version().compareTo(version);
        if (message.contentHash().equals(hash)) {
            boolean betterWitness = order > 0 && !message.source().equals(version.source());
            if (betterWitness) {
                take(message);
            }
            return known(message.source());
        }
        return order < 0 ? known(message.source()) : revised(message, version);
    }

    /** The words of a withdrawn message do not come back; what else the newer version says does. */
    private Outcome revised(Message message, Version before) {
        take(message);
        if (deletedAt != null) {
            return known(message.source());
        }
        boolean anotherWitness =
                !witnesses.containsKey(message.source()) && message.versionAt().equals(before.at());
        return anotherWitness ? Outcome.DUPLICATE : Outcome.UPDATED;
    }

    private void take(Message message) {
        content = message;
        hash = message.contentHash();
        version = message.version();
        undated = message.content().undated();
    }

    Outcome report(Withdrawal message) {
        boolean first = inserted && hash == null && withdrawal == null;
        Outcome outcome = first ? Outcome.NEW : deletedAt == null ? Outcome.UPDATED : known(message.source());
        if (first) {
            newBy = message.source();
            version = new Version(
                    message.own(),
                    message.at(),
                    message.source(),
                    message.position().segment(),
                    message.position().line());
        }
        withdrawal = message;
        witness(message.source(), message.position());
        bury(message.at());
        return outcome;
    }

    private Outcome known(String source) {
        Long since = witnesses.get(source);
        return since != null && since < run ? Outcome.UNCHANGED : Outcome.DUPLICATE;
    }

    private void witness(String source, Position position) {
        if (witnesses.putIfAbsent(source, run) == null) {
            newWitnesses.put(source, position);
        }
    }

    private void bury(LocalDateTime at) {
        if (deletedAt == null || at.isBefore(deletedAt)) {
            deletedAt = at;
            buried = true;
        }
    }

    NaturalKey key() {
        return key;
    }

    long id() {
        return id;
    }

    void id(long given) {
        id = given;
    }

    /** The version that this chunk brought and that stands; null where it brought none. */
    @Nullable
    Message content() {
        return content;
    }

    @Nullable
    Withdrawal withdrawal() {
        return withdrawal;
    }

    @Nullable
    LocalDateTime deletedAt() {
        return deletedAt;
    }

    @Nullable
    Version version() {
        return version;
    }

    /** The source whose report was counted as new in this chunk. */
    @Nullable
    String newBy() {
        return newBy;
    }

    boolean isInserted() {
        return inserted;
    }

    boolean isBuried() {
        return buried;
    }

    /** When it was said: the earliest that any version tells, for an edit may tell its own time; null where none came. */
    @Nullable
    LocalDateTime occurredAt() {
        return occurredAt;
    }

    /** On which day it was said, as far as this chunk knows; null where none is known. */
    @Nullable
    LocalDate day() {
        return occurredAt == null || undated ? null : occurredAt.toLocalDate();
    }

    boolean isAntedated() {
        return antedated;
    }

    Map<String, Position> newWitnesses() {
        return newWitnesses;
    }
}
