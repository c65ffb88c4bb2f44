package dev.tributary.stage;

import dev.tributary.definition.SourceDefinition;
import dev.tributary.interaction.CanonicalRecord;
import dev.tributary.interaction.CanonicalRecord.Claim;
import dev.tributary.interaction.CanonicalRecord.Deletion;
import dev.tributary.interaction.CanonicalRecord.Interaction;
import dev.tributary.interaction.CanonicalRecord.Profile;
import dev.tributary.interaction.Direction;
import dev.tributary.interaction.Grade;
import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.NaturalKey;
import dev.tributary.interaction.Party;
import dev.tributary.interaction.Relation;
import dev.tributary.run.FailureCode;
import dev.tributary.stage.MappedRecord.Mapped;
import dev.tributary.stage.MappedRecord.Unmapped;
import dev.tributary.stage.Normalised.Message;
import dev.tributary.stage.Normalised.Person;
import dev.tributary.stage.Normalised.PersonNews;
import dev.tributary.stage.Normalised.Refused;
import dev.tributary.stage.Normalised.SegmentDone;
import dev.tributary.stage.Normalised.Side;
import dev.tributary.stage.Normalised.Tie;
import dev.tributary.stage.Normalised.Use;
import dev.tributary.stage.Normalised.Withdrawal;
import dev.tributary.stage.StageItem.Position;
import dev.tributary.stage.StageItem.Read;
import dev.tributary.stage.StageItem.SegmentEnd;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Computes keys and canonical identifiers. Not thread-safe: one for each partition. */
final class Normaliser implements ItemProcessor<StageItem, Normalised> {

    private final People people = new People();

    @Override
    public Normalised process(StageItem item) {
        if (item instanceof SegmentEnd end) {
            Position position = new Position(end.segment().sequence(), 0, 0);
            return new SegmentDone(
                    end.segment().source(), position, end.segment().id(), end.records());
        }
        Read read = (Read) item;
        try {
            return normalise(read);
        } catch (FieldTooLong tooLong) {
            return refused(read, new Unmapped(FailureCode.INVALID_RECORD, tooLong.getMessage()));
        }
    }

    private Normalised normalise(Read read) {
        if (read.record() instanceof Unmapped unmapped) {
            return refused(read, unmapped);
        }
        CanonicalRecord canonical = ((Mapped) read.record()).record();
        if (canonical instanceof Interaction interaction) {
            return message(read, interaction);
        }
        if (canonical instanceof Deletion deletion) {
            return withdrawal(read, deletion);
        }
        if (canonical instanceof Profile profile) {
            OffsetDateTime at = profile.at() == null ? read.landedAt() : profile.at();
            return news(read, read.source().on(profile.on()), profile.party(), Grade.DECLARED, at);
        }
        if (canonical instanceof Claim claim) {
            return news(read, read.source().on(claim.on()), claim.party(), Grade.VERIFIED, claim.at());
        }
        return new Normalised.Filtered(read.source().source(), read.position());
    }

    private static Refused refused(Read read, Unmapped unmapped) {
        SourceDefinition source = read.source();
        return new Refused(source.source(), read.position(), unmapped.code(), unmapped.reason(), source.mapping());
    }

    private Message message(Read read, Interaction content) {
        SourceDefinition source = read.source().on(content.on());
        String id = Texts.key("id", content.id());
        NaturalKey key = interactionKey(source, id);
        return new Message(
                source.source(),
                read.position(),
                key,
                source.channel(),
                source.account(),
                id,
                content,
                Content.hash(content),
                content.conversation() == null
                        ? key
                        : NaturalKey.of(
                                "conversation",
                                source.channel(),
                                source.account(),
                                content.conversation().id()),
                content.inReplyTo() == null ? null : interactionKey(source, content.inReplyTo()),
                ties(source, content),
                offers(source, content),
                uses(source, content),
                author(source, content).orElse(null),
                recipients(source, content));
    }

    private static List<Tie> ties(SourceDefinition source, Interaction content) {
        List<Tie> ties = new ArrayList<>();
        for (Relation tie : content.relations()) {
            if (tie.id() != null) {
                SourceDefinition on = tie.on() == null ? source : source.on(tie.on());
                ties.add(new Tie(
                        tie.type(), interactionKey(on, tie.id()), Texts.key("relations.id", tie.id()), tie.proof()));
            }
        }
        return ties;
    }

    private static List<Offer> offers(SourceDefinition source, Interaction content) {
        return content.offers().stream()
                .map(offer -> Offer.of(offer, source.defaultRegion()))
                .toList();
    }

    private static List<Use> uses(SourceDefinition source, Interaction content) {
        List<Use> uses = new ArrayList<>();
        for (Relation tie : content.relations()) {
            if (tie.by() != null) {
                uses.add(new Use(tie.type(), Offer.of(tie.by(), source.defaultRegion()), tie.proof()));
            }
        }
        return uses;
    }

    private Withdrawal withdrawal(Read read, Deletion deletion) {
        SourceDefinition source = read.source().on(deletion.on());
        return new Withdrawal(
                deletion.on() == null,
                source.source(),
                read.position(),
                interactionKey(source, Texts.key("id", deletion.id())),
                source.channel(),
                source.account(),
                deletion.id(),
                Utc.of(deletion.at()));
    }

    private Normalised news(Read read, SourceDefinition source, Party party, Grade grade, OffsetDateTime at) {
        Side side = people.isOurs(source, party) ? Side.OURS : Side.BYSTANDER;
        Optional<Person> person = people.person(source, party, side, grade, null, at);
        return person.<Normalised>map(it -> new PersonNews(read.source().source(), read.position(), it))
                .orElseGet(() ->
                        refused(read, new Unmapped(FailureCode.INVALID_RECORD, "the party has nothing to know it by")));
    }

    /** Only who speaks to a customer is surely ours: the first leg of a call that is passed on inside has the caller's number. */
    private Optional<Person> author(SourceDefinition source, Interaction content) {
        Optional<Person> author = person(
                source,
                content.author(),
                switch (content.direction()) {
                    case INBOUND -> Side.CUSTOMER;
                    case OUTBOUND -> Side.OURS;
                    case INTERNAL -> Side.BYSTANDER;
                },
                content);
        return content.direction() == Direction.INBOUND
                ? author.map(it -> it.writing(written(source, content)))
                : author;
    }

    private List<Identifier> written(SourceDefinition source, Interaction content) {
        return WrittenIdentifiers.in(content.text(), source.defaultRegion()).stream()
                .filter(it -> !people.isOurs(source, it))
                .toList();
    }

    private List<Person> recipients(SourceDefinition source, Interaction content) {
        Side side = content.direction() == Direction.OUTBOUND ? Side.CUSTOMER : Side.BYSTANDER;
        return content.recipients().stream()
                .flatMap(party ->
                        person(source, party, people.isOurs(source, party) ? Side.OURS : side, content).stream())
                .distinct()
                .toList();
    }

    private Optional<Person> person(SourceDefinition source, @Nullable Party party, Side side, Interaction content) {
        return party == null
                ? Optional.empty()
                : people.person(source, party, side, Grade.CHANNEL, content.conversation(), content.at());
    }

    private static NaturalKey interactionKey(SourceDefinition source, String id) {
        return NaturalKey.of("interaction", source.channel(), source.account(), id);
    }
}
