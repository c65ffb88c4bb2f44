package dev.tributary.identity;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that tells who is on a contact of the CRM, and why. Personal data, for the eyes of the person who asks; times are UTC.
 *
 * @param contact the CRM's id
 * @param survivor the CRM's id of the contact that it stands under; the same where it was not merged
 * @param merges that made the cluster that it is in, the first first
 * @param points addresses, numbers and handles of all contacts of the cluster
 * @param participants who are linked to any of them
 * @param moved messages that a person put here, whatever the links say
 */
public record AboutContact(
        String contact,
        String name,
        String survivor,
        List<Merge> merges,
        List<Point> points,
        List<Member> participants,
        long moved) {

    /**
     * That one contact stands under another.
     *
     * @param status INFERRED by a rule or ASSERTED by a person
     */
    public record Merge(
            String contact,
            String into,
            String status,
            String rule,
            String actor,
            @Nullable String reason,
            LocalDateTime decidedAt) {}

    /**
     * One identifier.
     *
     * @param origin CRM, or TRIBUTARY where a linked participant taught it
     * @param others how many contacts outside the cluster the CRM knows by the same
     * @param shared what the registry says of it; null where it says nothing
     */
    public record Point(
            String contact,
            String type,
            String raw,
            String value,
            String origin,
            long others,
            @Nullable String shared) {}

    /**
     * A participant on it.
     *
     * @param contact of the cluster that the link names
     * @param messages how many the participant is in
     */
    public record Member(
            long participant,
            String shown,
            String contact,
            String status,
            String rule,
            String evidence,
            String actor,
            @Nullable Long run,
            LocalDateTime decidedAt,
            long messages) {}

    /** Personal data: only the id is printed. */
    @Override
    public String toString() {
        return "contact " + contact;
    }
}
