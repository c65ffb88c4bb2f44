package dev.tributary.api;

import dev.tributary.casework.Case;
import dev.tributary.casework.CaseParticipant;
import dev.tributary.casework.CaseState;
import dev.tributary.casework.ContactPoint;
import dev.tributary.casework.IdentifierKey;
import dev.tributary.casework.KnownIdentifier;
import dev.tributary.casework.Pointer;
import dev.tributary.casework.ProposedContact;
import dev.tributary.casework.SampleMessage;
import dev.tributary.interaction.Grade;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.interaction.SharedKind;
import dev.tributary.match.Agreement;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case as programs read it. Its names are kept. */
record CaseDetail(
        long id,
        CaseState state,

        @Schema(description = "The code of why a person must decide", example = "SHARED_IDENTIFIER")
        String reason,

        @Schema(description = "The same in words") String why,

        @Schema(description = "How likely the likeliest contact is the participant, from 0 to 1")
        double likelihood,

        Instant openedAt,
        long messages,
        Participant participant,
        @Schema(description = "The likeliest first") List<Proposed> contacts,

        @Schema(description = "At most three, the newest first")
        List<Message> samples,

        @Schema(description = "Those that stand, the oldest first")
        List<VerdictDetail> verdicts,

        @Schema(description = "Of what the case shows; an answer sends it back", example = "5f3a9c01d2e4")
        String stamp) {

    record Participant(
            long id,
            String channel,
            String account,
            @Nullable String handle,
            @Nullable String name,
            List<Known> identifiers) {}

    record Known(
            IdentifierType type,
            String value,
            String raw,
            Grade grade,

            @Schema(description = "How many contacts carry it")
            long contacts,

            @Schema(description = "How many other participants have it")
            long others,

            @Nullable SharedKind shared) {}

    record Proposed(
            @Schema(description = "The CRM's id", example = "C101")
            String contact,

            String name,
            @Nullable String company,
            double likelihood,
            boolean linked,
            boolean refused,
            Agreement names,
            List<Point> points,

            @Schema(description = "The rules that point to it")
            List<String> rules) {}

    record Point(IdentifierType type, String value, String raw, Agreement agreement) {}

    record Message(
            Instant at,
            String channel,
            String direction,
            @Nullable String subject,

            @Schema(description = "Foreign text: show it as text")
            String text) {}

    record Key(IdentifierType type, String value) {

        static Key of(IdentifierKey key) {
            return new Key(key.type(), key.value());
        }

        IdentifierKey key() {
            return new IdentifierKey(type, value);
        }
    }

    static CaseDetail of(Case it) {
        return new CaseDetail(
                it.id(),
                it.state(),
                it.reason(),
                it.why(),
                it.likelihood(),
                it.openedAt().toInstant(ZoneOffset.UTC),
                it.messages(),
                participant(it.participant()),
                it.contacts().stream().map(CaseDetail::proposed).toList(),
                it.samples().stream().map(CaseDetail::message).toList(),
                it.verdicts().stream().map(VerdictDetail::of).toList(),
                it.stamp());
    }

    private static Participant participant(CaseParticipant it) {
        return new Participant(
                it.id(),
                it.channel(),
                it.account(),
                it.handle(),
                it.name(),
                it.identifiers().stream().map(CaseDetail::known).toList());
    }

    private static Known known(KnownIdentifier it) {
        return new Known(
                it.key().type(), it.key().value(), it.raw(), it.grade(), it.contacts(), it.others(), it.shared());
    }

    private static Proposed proposed(ProposedContact it) {
        return new Proposed(
                it.contact(),
                it.name(),
                it.company(),
                it.likelihood(),
                it.linked(),
                it.refused(),
                it.names(),
                it.points().stream().map(CaseDetail::point).toList(),
                it.pointers().stream().map(Pointer::rule).distinct().toList());
    }

    private static Point point(ContactPoint it) {
        return new Point(it.key().type(), it.key().value(), it.raw(), it.agreement());
    }

    private static Message message(SampleMessage it) {
        return new Message(it.at().toInstant(ZoneOffset.UTC), it.channel(), it.direction(), it.subject(), it.shown());
    }
}
