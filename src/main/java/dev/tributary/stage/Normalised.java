package dev.tributary.stage;

import dev.tributary.interaction.CanonicalRecord;
import dev.tributary.interaction.Grade;
import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.interaction.NaturalKey;
import dev.tributary.interaction.RelationType;
import dev.tributary.run.FailureCode;
import dev.tributary.stage.StageItem.Position;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record in the form in which the tables hold it: keys computed, identifiers canonical, times in UTC. */
sealed interface Normalised {

    String source();

    Position position();

    /** A message and the people in it. */
    record Message(
            String source,
            Position position,
            NaturalKey key,
            String channel,
            String account,
            String nativeId,
            CanonicalRecord.Interaction content,
            NaturalKey contentHash,
            NaturalKey conversationKey,
            @Nullable NaturalKey parentKey,
            List<Tie> ties,
            List<Offer> offers,
            List<Use> uses,
            @Nullable Person author,
            List<Person> recipients)
            implements Normalised {

        private static final LocalDateTime NO_TIME = LocalDateTime.of(1970, 1, 1, 0, 0);

        /** Of a report that tells no time the least, so that any that does tell one stands. */
        LocalDateTime versionAt() {
            return content.undated() ? NO_TIME : Utc.of(content.editedAt() == null ? content.at() : content.editedAt());
        }

        Version version() {
            return new Version(content.on() == null, versionAt(), source, position.segment(), position.line());
        }
    }

    /**
     * A message was withdrawn.
     *
     * @param own whether the account's own source says so
     */
    record Withdrawal(
            boolean own,
            String source,
            Position position,
            NaturalKey key,
            String channel,
            String account,
            String nativeId,
            LocalDateTime at)
            implements Normalised {}

    /** What a source says of a person outside any message. */
    record PersonNews(String source, Position position, Person person) implements Normalised {}

    record Filtered(String source, Position position) implements Normalised {}

    record Refused(String source, Position position, FailureCode code, String reason, String mapping)
            implements Normalised {}

    /** A segment was read to its end: no record is lost between it and the counts. */
    record SegmentDone(String source, Position position, long segmentId, long records) implements Normalised {}

    /** A typed tie to another interaction, by its natural key. */
    record Tie(
            RelationType type,
            NaturalKey target,
            String targetId,
            @Nullable String proof) {}

    /** A typed tie to whichever interaction made the offer. */
    record Use(RelationType type, Offer offer, @Nullable String proof) {}

    /**
     * One participant as one record shows them.
     *
     * @param at when they were seen so
     * @param written what they wrote of themselves in the words of a message: DECLARED, whatever the grade of the rest
     */
    record Person(
            NaturalKey key,
            String channel,
            String scope,
            String nativeId,
            @Nullable String handle,
            @Nullable String name,
            @Nullable String url,
            Side side,
            Grade grade,
            List<Identifier> identifiers,
            LocalDateTime at,
            List<Identifier> written) {

        Person writing(List<Identifier> more) {
            return new Person(key, channel, scope, nativeId, handle, name, url, side, grade, identifiers, at, more);
        }

        /** Handles and ids are the platform's own word, whoever wrote the addresses beside them. */
        Grade gradeOf(Identifier identifier) {
            boolean ofThePlatform =
                    identifier.type() == IdentifierType.HANDLE || identifier.type() == IdentifierType.ID;
            return ofThePlatform && grade == Grade.DECLARED ? Grade.CHANNEL : grade;
        }
    }

    /** Whose side a participant is on; the order is that of the column {@code side}. */
    enum Side {
        BYSTANDER,
        CUSTOMER,
        OURS
    }
}
