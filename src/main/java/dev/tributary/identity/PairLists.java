package dev.tributary.identity;

import dev.tributary.interaction.Grade;
import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.match.IdPair;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is whom whatever the rules say. The lists {@code always} and {@code never} of the file: a participant, by
 * {@code channel/account:native id} or by one of their identifiers, and a contact, by the CRM's id. And what people said when they took
 * a participant off a contact. Immutable.
 */
final class PairLists {

    /** As it stands in {@code link.rule}. */
    static final String ALWAYS = "always-match";

    static final PairLists NONE = new PairLists(Map.of(), Map.of(), Map.of());

    private static final Logger LOG = LoggerFactory.getLogger(PairLists.class);

    private final Map<String, Set<Long>> always;
    private final Map<String, Set<Long>> never;
    private final Map<Long, Set<Long>> said;

    /** @param said what people said, by the participant's id: it is as good as {@code never} */
    PairLists(Map<String, Set<Long>> always, Map<String, Set<Long>> never, Map<Long, Set<Long>> said) {
        this.always = always;
        this.never = never;
        this.said = said;
    }

    /** Contacts that the CRM does not have are passed over, with a warning. */
    static PairLists of(Collection<IdPair> always, Collection<IdPair> never, ContactIds contacts) {
        return new PairLists(resolved(always, contacts), resolved(never, contacts), contacts.never());
    }

    private static Map<String, Set<Long>> resolved(Collection<IdPair> pairs, ContactIds contacts) {
        Map<String, Set<Long>> resolved = new HashMap<>();
        for (IdPair pair : pairs) {
            Long contact = contacts.find(pair.other());
            if (contact == null) {
                LOG.warn("match-rules.yaml names the contact {}, which the CRM does not have", pair.other());
            } else {
                long survivor = contacts.survivor(contact);
                spellings(pair.one())
                        .forEach(it -> resolved.computeIfAbsent(it, any -> new TreeSet<>())
                                .add(survivor));
            }
        }
        return resolved;
    }

    /** What the file says, with the contacts that the CRM has now; the same for the same. */
    String ofTheFile() {
        return new TreeMap<>(always) + " " + new TreeMap<>(never);
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
        Set<Long> all = new TreeSet<>(said.getOrDefault(candidate.participant(), Set.of()));
        if (!never.isEmpty()) {
            all.addAll(found(never, candidate.key(), candidate.evidence()));
        }
        return all;
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
}
