package dev.tributary.casework;

import dev.tributary.casework.GoldenContacts.Golden;
import dev.tributary.casework.GoldenContacts.Point;
import dev.tributary.casework.Proposals.Proposal;
import dev.tributary.definition.Definitions;
import dev.tributary.match.Agreement;
import dev.tributary.match.Agreements;
import dev.tributary.match.Comparison;
import dev.tributary.match.Field;
import dev.tributary.match.Profile;
import dev.tributary.match.Scorer;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** A participant beside the contacts that they may be: what agrees, what does not, and how likely each is. Thread-safe. */
@Component
class Comparing {

    private static final Profile NOBODY = Profile.builder(null).build();

    private final Scorer scorer;

    Comparing(Definitions definitions) {
        this.scorer = new Scorer(definitions.rules().links().score().weights(), 0);
    }

    ProposedContact compare(CaseParticipant participant, Golden contact, Proposal proposal) {
        Profile theirs = profile(participant);
        Profile.Builder known = Profile.builder(null)
                .add(Field.NAME, contact.name())
                .add(Field.GIVEN, contact.given())
                .add(Field.FAMILY, contact.family())
                .add(Field.COMPANY, contact.company());
        contact.points()
                .forEach(it -> known.addCanonical(field(it.key()), it.key().value()));
        Agreements agreements = Comparison.of(theirs, known.build());
        return new ProposedContact(
                contact.id(),
                contact.contact(),
                contact.name(),
                contact.company(),
                contact.address(),
                proposal.linked,
                proposal.refused,
                0,
                agreements,
                contact.points().stream().map(it -> point(it, theirs)).toList(),
                proposal.pointers);
    }

    /**
     * The likeliest first. The participant is one of them at most, so that three who fit equally well have a third each: the
     * posterior of independent hypotheses with the odds 2^bits, and one for nobody of them.
     */
    List<ProposedContact> ordered(List<ProposedContact> contacts) {
        double all = 1 + contacts.stream().mapToDouble(this::odds).sum();
        return contacts.stream()
                .map(it -> it.withLikelihood(odds(it) / all))
                .sorted(Comparator.comparingDouble(ProposedContact::likelihood)
                        .reversed()
                        .thenComparing(ProposedContact::contact))
                .toList();
    }

    private double odds(ProposedContact contact) {
        return contact.refused() ? 0 : Math.pow(2, scorer.bits(contact.agreements(), NOBODY, NOBODY));
    }

    private static Profile profile(CaseParticipant participant) {
        Profile.Builder profile = Profile.builder(null).add(Field.NAME, participant.name());
        participant
                .identifiers()
                .forEach(it -> profile.addCanonical(field(it.key()), it.key().value()));
        return profile.build();
    }

    private static ContactPoint point(Point point, Profile theirs) {
        Field field = field(point.key());
        Profile alone =
                Profile.builder(null).addCanonical(field, point.key().value()).build();
        Agreement agreement = Comparison.of(alone, theirs).in(field);
        return new ContactPoint(point.key(), point.raw(), agreement);
    }

    private static Field field(IdentifierKey key) {
        return Field.valueOf(key.type().name());
    }
}
