package dev.tributary.identity;

import dev.tributary.identity.SharedRow.Key;
import dev.tributary.match.Field;
import dev.tributary.match.Profile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A participant with all that may tell who they are, and how they stand.
 *
 * @param key {@code channel:native id}, or {@code channel/account:native id} where the id holds on one account only
 * @param name as the channel shows it; null where it shows none
 * @param contacts those that carry any of the evidence, by id
 * @param standing the link that stands, null where there is none
 * @param outcome and {@code reason}: as the last run left them, null for a newcomer
 */
record Candidate(
        long participant,
        String key,
        @Nullable String name,
        List<Evidence> evidence,
        Map<Long, KnownContact> contacts,
        @Nullable StandingLink standing,
        @Nullable String outcome,
        @Nullable String reason) {

    /** @param asserted by a person: no rule overrules it */
    record StandingLink(long contact, boolean asserted) {}

    /**
     * What the CRM says of a contact. Names are null where the CRM has none.
     *
     * @param id of the contact that merged ones stand under
     * @param carrier the one of them that carries the evidence: a link is to it, and stays right when the merge is taken back
     */
    record KnownContact(
            long id,
            long carrier,
            String name,
            @Nullable String given,
            @Nullable String family,
            @Nullable String company) {

        /** The same contact, whichever of the two rows comes first: by itself where it carries anything, else by the oldest. */
        KnownContact carriedBy(KnownContact other) {
            boolean mine = carrier == id || other.carrier != id && carrier <= other.carrier;
            return mine ? this : other;
        }

        /** What of it can be compared with a name; of a company only that it is one. */
        Profile profile() {
            Profile.Builder profile = Profile.builder(null);
            boolean isCompany = given == null
                    && family == null
                    && company != null
                    && PersonNames.folded(company).equals(PersonNames.folded(name));
            if (!isCompany) {
                profile.add(Field.NAME, name).add(Field.GIVEN, given).add(Field.FAMILY, family);
            }
            return profile.add(Field.COMPANY, company).build();
        }

        /** Personal data: only the id is printed. */
        @Override
        public String toString() {
            return "contact " + id;
        }
    }

    Candidate {
        evidence = List.copyOf(evidence);
        contacts = Map.copyOf(contacts);
    }

    /** The same as if no link stood. */
    Candidate unlinked() {
        return new Candidate(participant, key, name, evidence, contacts, null, outcome, reason);
    }

    /** The same where the registry says nothing of an identifier. */
    Candidate asIfOwn(Key key) {
        List<Evidence> own = evidence.stream()
                .map(it -> it.type() == key.type() && it.value().equals(key.value()) ? it.asIfOwn() : it)
                .toList();
        return new Candidate(participant, this.key, name, own, contacts, standing, outcome, reason);
    }

    /** Personal data: only the row's id is printed. */
    @Override
    public String toString() {
        return "participant " + participant;
    }
}
