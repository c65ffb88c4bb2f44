package dev.tributary.casework;

import dev.tributary.report.Words;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A question that waits for a person, with all that they need to decide. Personal data, for their eyes.
 *
 * @param reason the code of why a person must decide
 * @param openedAt in UTC
 * @param messages how many messages the participant is in
 * @param contacts all that are or were proposed, the likeliest first
 * @param samples the newest messages, the newest first; empty where they were not asked for
 * @param verdicts those that stand, the oldest first
 * @param place in the queue, of an open case
 * @param stamp a short hash of the evidence that the case shows and of the verdicts that stand, so that an answer to anything else is
 *     known to be stale
 */
public record Case(
        long id,
        CaseState state,
        String reason,
        LocalDateTime openedAt,
        CaseParticipant participant,
        long messages,
        List<ProposedContact> contacts,
        List<SampleMessage> samples,
        List<Verdict> verdicts,
        Place place,
        String stamp) {

    public Case {
        contacts = List.copyOf(contacts);
        samples = List.copyOf(samples);
        verdicts = List.copyOf(verdicts);
    }

    /** Why a person must decide, in words. */
    public String why() {
        return Words.meaning(reason);
    }

    /** What a person may do about it, in words. */
    public String advice() {
        return Words.cure(reason);
    }

    /** How likely the likeliest contact is the participant, from 0 to 1, as the last night saw it. */
    public double likelihood() {
        return place.likelihood();
    }

    /** The contacts that are in question: those that nobody refused. */
    public List<ProposedContact> proposed() {
        return contacts.stream().filter(it -> !it.refused()).toList();
    }

    /** The identifiers that point to the contacts in question. */
    public SortedSet<IdentifierKey> restsOn() {
        SortedSet<IdentifierKey> keys = new TreeSet<>();
        proposed().forEach(contact -> contact.pointers().forEach(it -> keys.add(it.identifier())));
        return keys;
    }

    /** The last verdict that stands; null where none does. */
    public @Nullable Verdict verdict() {
        return verdicts.isEmpty() ? null : verdicts.get(verdicts.size() - 1);
    }

    /** Personal data: only the number is printed. */
    @Override
    public String toString() {
        return "case " + id;
    }
}
