package dev.tributary.timeline;

import dev.tributary.definition.ContactField;
import dev.tributary.definition.Survivorship;
import dev.tributary.definition.Survivorship.Group;
import dev.tributary.definition.Survivorship.Preference;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What several contacts that are one come to: the value of every field that any of them fills, and whose it is. */
record GoldenRecord(long survivor, Map<ContactField, Choice> choices) {

    /** @param from the contact whose word it is */
    record Choice(Object value, long from) {}

    /**
     * One of the contacts.
     *
     * @param values without the fields that it leaves blank
     * @param source null where it is not known, as is {@code changedAt}
     */
    record Member(
            long id,
            Map<ContactField, Object> values,
            @Nullable String source,
            @Nullable LocalDateTime changedAt) {

        private long filled(Group group) {
            return group.fields().stream().filter(values::containsKey).count();
        }
    }

    /** The order of the members makes no difference. */
    static GoldenRecord of(long survivor, Collection<Member> members, Survivorship rules) {
        Map<ContactField, Choice> choices = new EnumMap<>(ContactField.class);
        for (Group group : rules.groups()) {
            members.stream()
                    .filter(it -> it.filled(group) > 0)
                    .min(order(survivor, group, rules.sources()))
                    .ifPresent(chosen -> group.fields().stream()
                            .filter(chosen.values()::containsKey)
                            .forEach(field -> choices.put(
                                    field, new Choice(chosen.values().get(field), chosen.id()))));
        }
        return new GoldenRecord(survivor, choices);
    }

    private static Comparator<Member> order(long survivor, Group group, List<String> sources) {
        Comparator<Member> survivorFirst = Comparator.comparing(it -> it.id() != survivor);
        Comparator<Member> order = (one, other) -> 0;
        for (Preference preference : group.prefer()) {
            order = order.thenComparing(
                    switch (preference) {
                        case SURVIVOR -> survivorFirst;
                        case SOURCE -> Comparator.comparingInt(it -> rank(it.source(), sources));
                        case RECENT ->
                            Comparator.comparing(Member::changedAt, Comparator.nullsLast(Comparator.reverseOrder()));
                        case COMPLETE -> Comparator.comparingLong(it -> -it.filled(group));
                        case RESTRICTIVE -> Comparator.comparing(GoldenRecord::consent);
                    });
        }
        return order.thenComparing(survivorFirst).thenComparingLong(Member::id);
    }

    private static int rank(@Nullable String source, List<String> sources) {
        int rank = source == null ? -1 : sources.indexOf(source);
        return rank < 0 ? sources.size() : rank;
    }

    private static Consent consent(Member member) {
        return Consent.valueOf(String.valueOf(member.values().get(ContactField.CONSENT)));
    }
}
