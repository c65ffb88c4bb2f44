package dev.tributary.stage;

import dev.tributary.definition.FileExtract;
import dev.tributary.definition.FileOptions;
import dev.tributary.definition.IdScope;
import dev.tributary.definition.OwnAccount;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.interaction.CanonicalRecord;
import dev.tributary.interaction.CanonicalRecord.Deletion;
import dev.tributary.interaction.CanonicalRecord.Interaction;
import dev.tributary.interaction.Conversation;
import dev.tributary.interaction.Direction;
import dev.tributary.interaction.InteractionType;
import dev.tributary.interaction.Party;
import dev.tributary.interaction.Relation;
import dev.tributary.interaction.RelationType;
import dev.tributary.interaction.Visibility;
import dev.tributary.run.FailureCode;
import dev.tributary.stage.MappedRecord.Mapped;
import dev.tributary.stage.MappedRecord.Unmapped;
import dev.tributary.stage.Normalised.Message;
import dev.tributary.stage.Normalised.Withdrawal;
import dev.tributary.stage.StageItem.Position;
import dev.tributary.stage.StageItem.Read;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words in which tests say what was said, and which source reported it: {@code aMessage().from("ann").saying("Hi")}. */
final class Said {

    private static final String ACCOUNT = "acme";

    private String source = "inbox";
    private @Nullable String id = "m1";
    private String time = "10:00:00";
    private long segment = 1;
    private long line = 1;
    private Direction direction = Direction.INBOUND;
    private @Nullable String edited;
    private @Nullable Party author = ofName("ann");
    private List<Party> recipients = List.of();
    private List<Relation> relations = List.of();
    private @Nullable Conversation conversation;
    private @Nullable String inReplyTo;
    private @Nullable String text = "Hello";
    private boolean deleted;
    private boolean undated;
    private @Nullable String account;

    private Said() {}

    static Said aMessage() {
        return new Said();
    }

    /** An account at the same channel for each source, so that the ids mean the same. */
    static SourceDefinition source(String name) {
        OwnAccount account = new OwnAccount("x", "@acme", IdScope.CHANNEL);
        return new SourceDefinition(
                name,
                account,
                Map.of(ACCOUNT, account),
                "US",
                ZoneOffset.UTC,
                new FileExtract("*.json", true, FileOptions.NONE),
                null,
                "a-mapping",
                Map.of());
    }

    static Party ofName(String name) {
        return party("id-" + name, "@" + name, name, List.of(), List.of());
    }

    static Party party(
            @Nullable String id,
            @Nullable String handle,
            @Nullable String name,
            List<String> emails,
            List<String> phones) {
        return new Party(id, handle, name, emails, phones, null, Map.of());
    }

    static OffsetDateTime at(String time) {
        return OffsetDateTime.parse("2026-01-31T" + time + "Z");
    }

    Said withId(@Nullable String other) {
        id = other;
        return this;
    }

    Said reportedBy(String other) {
        source = other;
        return this;
    }

    /** By a system that looks after the account, and not by the account itself. */
    Said throughASuite() {
        account = ACCOUNT;
        return this;
    }

    /** In which segment of its source, and on which line of it. */
    Said on(long ofSegment, long ofLine) {
        segment = ofSegment;
        line = ofLine;
        return this;
    }

    Said at(int hour, int minute) {
        time = String.format("%02d:%02d:00", hour, minute);
        return this;
    }

    Said editedAt(int hour, int minute) {
        edited = String.format("%02d:%02d:00", hour, minute);
        return this;
    }

    Said from(@Nullable Party party) {
        author = party;
        return this;
    }

    Said from(String name) {
        return from(ofName(name));
    }

    Said to(String... names) {
        recipients = List.of(names).stream().map(Said::ofName).toList();
        return this;
    }

    Said toParties(Party... parties) {
        recipients = List.of(parties);
        return this;
    }

    Said outbound() {
        direction = Direction.OUTBOUND;
        return this;
    }

    Said internal() {
        direction = Direction.INTERNAL;
        return this;
    }

    Said in(String ofConversation) {
        conversation = new Conversation(ofConversation, null);
        return this;
    }

    Said answering(String other) {
        inReplyTo = other;
        return this;
    }

    Said sharing(String... others) {
        List<Relation> shared = new ArrayList<>();
        for (String other : others) {
            shared.add(new Relation(RelationType.SHARED_FROM, other));
        }
        relations = shared;
        return this;
    }

    Said saying(@Nullable String words) {
        text = words;
        return this;
    }

    Said withdrawn() {
        deleted = true;
        return this;
    }

    /** That the source tells no time: it is told as of now. */
    Said undated() {
        undated = true;
        return this;
    }

    Interaction content() {
        return new Interaction(
                id,
                InteractionType.MESSAGE,
                Visibility.PRIVATE,
                direction,
                at(time),
                undated,
                edited == null ? null : at(edited),
                deleted,
                conversation,
                inReplyTo,
                relations,
                author,
                recipients,
                text,
                null,
                null,
                List.of(),
                null,
                account,
                List.of());
    }

    Message report() {
        return (Message) normalised(content());
    }

    /** That the message was withdrawn at its time. */
    Withdrawal withdrawal() {
        return (Withdrawal) normalised(new Deletion(id, at(time), account));
    }

    Normalised filtered() {
        return normalised(new CanonicalRecord.Filtered("a receipt"));
    }

    Normalised refused() {
        return normalise(new Unmapped(FailureCode.INVALID_RECORD, "the field 'at' is missing"));
    }

    Normalised profileOf(Party party) {
        return normalised(new CanonicalRecord.Profile(party, at(time), null));
    }

    Normalised claimOf(Party party) {
        return normalised(new CanonicalRecord.Claim(party, at(time), null));
    }

    private Normalised normalised(CanonicalRecord record) {
        return normalise(new Mapped(record));
    }

    private Normalised normalise(MappedRecord record) {
        return new Normaliser()
                .process(new Read(source(source), new Position(segment, line, 0), at("23:00:00"), record));
    }
}
