package dev.tributary.identity;

import dev.tributary.interaction.Grade;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.match.Agreement;
import dev.tributary.match.Field;
import dev.tributary.match.MatchOutcome;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that tells why a participant is on a contact, or on none. Personal data, for the eyes of the person who asks; times are UTC.
 *
 * @param ours whether it speaks for our company: then it is no contact's
 * @param outcome LINKED, REVIEW or UNMATCHED as the last run left it; null where no run has decided yet
 * @param reason the code of the reason; null where {@code outcome} is
 * @param link the link that stands; null where none does
 * @param past links that were retracted, the last first
 * @param never contacts that a person took it off
 * @param identifiers what is known of it
 * @param contacts those that carry any of it, as the rules see them now; where none does, the nearest by name and spelling
 * @param nearest whether {@code contacts} are only the nearest
 */
public record AboutParticipant(
        long participant,
        String channel,
        String account,
        String nativeId,
        @Nullable String handle,
        @Nullable String name,
        boolean ours,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable Link link,
        List<Link> past,
        List<Never> never,
        List<Known> identifiers,
        List<Against> contacts,
        boolean nearest) {

    /**
     * A link as it was decided.
     *
     * @param contact the CRM's id of the contact that it names
     * @param survivor the CRM's id of the contact that this one stands under now; the same where it was not merged
     * @param status INFERRED by a rule, ASSERTED by a person, or RETRACTED
     * @param evidence JSON: each identifier with its raw and canonical value, its grade and how many contacts carried it
     * @param run the run that decided; null for a person's word
     */
    public record Link(
            String contact,
            String survivor,
            String status,
            String rule,
            String evidence,
            String actor,
            @Nullable String reason,
            @Nullable Long run,
            LocalDateTime decidedAt,
            @Nullable String retractedBy,
            @Nullable LocalDateTime retractedAt,
            @Nullable String retractedFor) {}

    /** That a person said that it is not this contact. */
    public record Never(
            String contact, String actor, @Nullable String reason, LocalDateTime decidedAt) {}

    /**
     * One identifier.
     *
     * @param raw as the channel wrote it
     * @param value canonical
     * @param shared what the registry says of it; null where it says nothing
     * @param holders how many contacts of the CRM carry it
     * @param contacts the CRM's ids of the first of them
     * @param near the CRM's ids of contacts that carry what may be another spelling
     */
    public record Known(
            IdentifierType type,
            String raw,
            String value,
            Grade grade,
            boolean usable,
            @Nullable String shared,
            int holders,
            List<String> contacts,
            List<String> near) {}

    /**
     * The participant against one contact.
     *
     * @param never whether a person or the file says that it is not this contact
     * @param fit MATCH, POSSIBLE, STOPPED or NONE
     * @param rule that says so; empty for NONE
     * @param agreements of the fields that are known on both sides
     * @param rules each rule of the file, in its order
     */
    public record Against(
            String contact,
            String name,
            boolean never,
            String fit,
            String rule,
            Map<Field, Agreement> agreements,
            List<Rule> rules) {}

    /**
     * How one rule fares.
     *
     * @param needs what keeps it from applying: conditions that do not hold, or those of the exception that stops it; empty where
     *     it applies
     * @param stopped whether all conditions hold, and an exception stops it
     */
    public record Rule(String rule, MatchOutcome then, boolean stopped, List<Need> needs) {}

    /**
     * One condition.
     *
     * @param allowed the levels that meet it
     * @param found the level that is there
     * @param theirs the participant's values of the field
     * @param contacts the contact's values of the field
     */
    public record Need(
            Field field, Set<Agreement> allowed, Agreement found, List<String> theirs, List<String> contacts) {}

    /** Personal data: only the number is printed. */
    @Override
    public String toString() {
        return "participant " + participant;
    }
}
