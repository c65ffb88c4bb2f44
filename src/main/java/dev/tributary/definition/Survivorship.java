package dev.tributary.definition;

import java.util.List;

/**
 * Whose word stands where several contacts are one, of {@code mappings/identity/survivorship.yaml}.
 *
 * @param sources the systems that contacts come from, the best first
 * @param groups every field is in exactly one
 */
public record Survivorship(List<String> sources, List<Group> groups) {

    /** Where there is no file. */
    public static final Survivorship DEFAULT = new Survivorship(
            List.of(),
            List.of(
                    new Group(
                            List.of(ContactField.NAME, ContactField.GIVEN_NAME, ContactField.FAMILY_NAME),
                            List.of(Preference.SOURCE, Preference.RECENT)),
                    new Group(List.of(ContactField.COMPANY), List.of(Preference.SOURCE, Preference.RECENT)),
                    new Group(
                            List.of(
                                    ContactField.STREET,
                                    ContactField.POSTCODE,
                                    ContactField.CITY,
                                    ContactField.COUNTRY),
                            List.of(Preference.RECENT, Preference.SOURCE)),
                    new Group(List.of(ContactField.BIRTH_DATE), List.of(Preference.SOURCE, Preference.RECENT)),
                    new Group(List.of(ContactField.CONSENT), List.of(Preference.RESTRICTIVE))));

    public Survivorship {
        sources = List.copyOf(sources);
        groups = List.copyOf(groups);
    }

    /** What makes one contact's word stand before another's. */
    public enum Preference {
        /** The contact that the others were merged into. */
        SURVIVOR,
        /** The order of the sources. */
        SOURCE,
        /** What its source changed last. */
        RECENT,
        /** What fills more fields of the group. */
        COMPLETE,
        /** The consent that allows less. */
        RESTRICTIVE
    }

    /**
     * Fields that travel together.
     *
     * @param prefer the next decides where the one before leaves it open
     */
    public record Group(List<ContactField> fields, List<Preference> prefer) {

        public Group {
            fields = List.copyOf(fields);
            prefer = List.copyOf(prefer);
        }
    }
}
