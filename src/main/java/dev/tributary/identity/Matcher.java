package dev.tributary.identity;

import dev.tributary.definition.BlockedIdentifiers;
import dev.tributary.identity.Candidate.StandingLink;
import dev.tributary.identity.Decision.Linked;
import dev.tributary.identity.Decision.Review;
import dev.tributary.identity.Decision.Unmatched;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides which contact a participant is. Only an identifier that exactly one contact carries, and that the channel or the person
 * proved, decides; when unsure, a person does. The order of the evidence makes no difference. Thread-safe.
 */
final class Matcher {

    private static final int SHARED = 3;

    private final BlockedIdentifiers blocked;

    Matcher(BlockedIdentifiers blocked) {
        this.blocked = blocked;
    }

    Decision decide(Candidate candidate) {
        StandingLink standing = candidate.standing();
        if (standing != null && standing.asserted()) {
            return new Linked(standing.contact(), candidate.evidence());
        }
        Decision fresh = byEvidence(candidate.evidence());
        return standing == null ? fresh : weighed(fresh, standing.contact(), candidate.evidence());
    }

    private Decision byEvidence(List<Evidence> all) {
        List<Evidence> held =
                all.stream().filter(it -> mayMatch(it) && it.holders() > 0).toList();
        List<Evidence> unique = held.stream().filter(it -> it.holders() == 1).toList();
        Set<Long> contacts = new TreeSet<>();
        unique.forEach(it -> contacts.addAll(it.contacts()));
        if (contacts.size() > 1) {
            return new Review(Reason.CONFLICTING_IDENTIFIERS, held);
        }
        if (contacts.isEmpty()) {
            return undecided(all, held);
        }
        long contact = contacts.iterator().next();
        boolean contradicted = held.stream()
                .anyMatch(it -> it.holders() < SHARED && !it.contacts().contains(contact));
        return contradicted ? new Review(Reason.CONFLICTING_IDENTIFIERS, held) : new Linked(contact, held);
    }

    /** No identifier belongs to one contact alone. */
    private Decision undecided(List<Evidence> all, List<Evidence> held) {
        if (held.stream().anyMatch(it -> it.holders() < SHARED)) {
            return new Review(Reason.AMBIGUOUS_IDENTIFIER, held);
        }
        return held.isEmpty() ? new Unmatched(whyNot(all)) : new Review(Reason.SHARED_IDENTIFIER, held);
    }

    private Decision weighed(Decision fresh, long linked, List<Evidence> evidence) {
        if (fresh instanceof Linked match) {
            return match.contact() == linked ? match : new Review(Reason.CONTRADICTS_LINK, match.evidence());
        }
        return fresh instanceof Unmatched ? new Review(Reason.EVIDENCE_GONE, evidence) : fresh;
    }

    private boolean mayMatch(Evidence evidence) {
        return evidence.usable() && evidence.isProved() && !blocked.blocks(evidence.type(), evidence.value());
    }

    private Reason whyNot(List<Evidence> all) {
        if (all.isEmpty()) {
            return Reason.NO_IDENTIFIER;
        }
        if (all.stream().allMatch(it -> !it.usable())) {
            return Reason.INVALID_IDENTIFIER;
        }
        if (all.stream().anyMatch(it -> it.usable() && !it.isProved() && it.holders() > 0)) {
            return Reason.ONLY_DECLARED;
        }
        boolean onlyBlocked =
                all.stream().filter(Evidence::usable).allMatch(it -> blocked.blocks(it.type(), it.value()));
        return onlyBlocked ? Reason.ONLY_BLOCKED : Reason.NOT_IN_CRM;
    }
}
