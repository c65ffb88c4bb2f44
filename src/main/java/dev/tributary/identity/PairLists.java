package dev.tributary.identity;

import dev.tributary.interaction.Grade;
import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.match.IdPair;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lists {@code always} and {@code never} of the file: a participant, by {@code channel/account:native id} or by one of their
 * identifiers, and a contact, by the CRM's id. Immutable.
 */
final class PairLists {

    /** As it stands in {@code link.rule}. */
    static final String ALWAYS = "always-match";

    static final PairLists NONE = new PairLists(Map.of(), Map.of());

    private static final Logger LOG = LoggerFactory.getLogger(PairLists.class);

    private final Map<String, Set<Long>> always;
    private final Map<String, Set<Long>> never;

    private PairLists(Map<String, Set<Long>> always, Map<String, Set<Long>> never) {
        this.always = always;
        this.never = never;
    }

    /** Contacts that the CRM does not have are passed over, with a warning. */
    static PairLists of(Collection<IdPair> always, Collection<IdPair> never, ContactIds contacts) {
        return new PairLists(resolved(always, contacts), resolved(never, contacts));
    }

    private static Map<String, Set<Long>> resolved(Collection<IdPair> pairs, ContactIds contacts) {
        Map<String, Set<Long>> resolved = new HashMap<>();
        for (IdPair pair : pairs) {
            Long contact = contacts.find(pair.other());
            if (contact == null) {
                LOG.warn("match-rules.yaml names the contact {}, which the CRM does not have", pair.other());
            } else {
                spellings(pair.one())
                        .forEach(it -> resolved.computeIfAbsent(it, any -> new TreeSet<>())
                                .add(contact));
            }
        }
        return resolved;
    }

    private static Stream<String> spellings(String participant) {
        Identifier email = Identifier.email(participant);
        Identifier phone = Identifier.phone(participant, null);
        return Stream.concat(
                        Stream.of(participant.strip()),
                        Stream.of(email, phone).filter(Identifier::usable).map(Identifier::value))
                .distinct();
    }

    /** The contacts that the participant is, whatever the rules say. What they only say of themselves names them not. */
    Set<Long> always(Candidate candidate) {
        return always.isEmpty()
                ? Set.of()
                : found(
                        always,
                        candidate.key(),
                        candidate.evidence().stream()
                                .filter(it -> it.usable() && it.grade() != Grade.DECLARED)
                                .toList());
    }

    /** The contacts that the participant is not, whatever the rules say. */
    Set<Long> never(Candidate candidate) {
        return never.isEmpty()
                ? candidate.never()
                : union(candidate.never(), found(never, candidate.key(), candidate.evidence()));
    }

    private static Set<Long> found(Map<String, Set<Long>> list, String key, Collection<Evidence> evidence) {
        Set<Long> found = new TreeSet<>(list.getOrDefault(key, Set.of()));
        for (Evidence it : evidence) {
            found.addAll(list.getOrDefault(it.value(), Set.of()));
            if (it.type() == IdentifierType.ID) {
                found.addAll(list.getOrDefault("id:" + it.value(), Set.of()));
            }
        }
        return found;
    }

    private static Set<Long> union(Set<Long> one, Set<Long> other) {
        Set<Long> union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }
}
