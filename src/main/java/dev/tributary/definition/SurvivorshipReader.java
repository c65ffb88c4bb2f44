package dev.tributary.definition;

import dev.tributary.definition.Survivorship.Group;
import dev.tributary.definition.Survivorship.Preference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code mappings/identity/survivorship.yaml}. */
final class SurvivorshipReader {

    static final String FILE = "mappings/identity/survivorship.yaml";

    private static final Map<String, ContactField> FIELDS = new TreeMap<>();
    private static final Map<String, Preference> PREFERENCES = new TreeMap<>();

    static {
        Arrays.stream(ContactField.values()).forEach(it -> FIELDS.put(it.column(), it));
        Arrays.stream(Preference.values())
                .forEach(it -> PREFERENCES.put(it.name().toLowerCase(Locale.ROOT), it));
    }

    private final EnumSet<ContactField> seen = EnumSet.noneOf(ContactField.class);

    private SurvivorshipReader() {}

    static Survivorship read(Section file) {
        SurvivorshipReader reader = new SurvivorshipReader();
        List<Group> groups = new ArrayList<>();
        file.section("groups")
                .ifPresent(all -> all.keys()
                        .forEach(name -> all.section(name).ifPresent(group -> groups.add(reader.group(group)))));
        for (ContactField field : EnumSet.complementOf(reader.seen)) {
            groups.add(new Group(
                    List.of(field),
                    field == ContactField.CONSENT
                            ? List.of(Preference.RESTRICTIVE)
                            : List.of(Preference.SOURCE, Preference.RECENT)));
        }
        Survivorship survivorship = new Survivorship(file.texts("sources"), groups);
        file.refuseOthers();
        return survivorship;
    }

    private Group group(Section group) {
        List<ContactField> fields = new ArrayList<>();
        known(group, "fields", FIELDS).forEach(field -> {
            if (seen.add(field)) {
                fields.add(field);
            } else {
                group.problem("fields", "'" + field.column() + "' is in two groups", "leave it in one of them");
            }
        });
        List<Preference> prefer = known(group, "prefer", PREFERENCES);
        if (prefer.contains(Preference.RESTRICTIVE) && !fields.equals(List.of(ContactField.CONSENT))) {
            group.problem(
                    "prefer", "'restrictive' is for consent alone", "give consent a group: { fields: [consent], … }");
        }
        group.refuseOthers();
        return new Group(fields, prefer);
    }

    private static <T> List<T> known(Section group, String key, Map<String, T> words) {
        List<T> known = new ArrayList<>();
        List<String> texts = group.texts(key);
        if (texts.isEmpty()) {
            group.problem(key, "names nothing", "write " + key + ": [" + String.join(", ", words.keySet()) + "]");
        }
        for (String text : texts) {
            Optional.ofNullable(words.get(text))
                    .ifPresentOrElse(
                            known::add,
                            () -> group.problem(
                                    key, "'" + text + "' is not known", Spelling.cure(text, words.keySet())));
        }
        return known;
    }
}
