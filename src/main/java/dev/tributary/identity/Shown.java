package dev.tributary.identity;

import dev.tributary.identity.Candidate.KnownContact;
import dev.tributary.match.Agreement;
import dev.tributary.match.Agreements;
import dev.tributary.match.Comparison;
import dev.tributary.match.Field;
import dev.tributary.match.Profile;
import org.jspecify.annotations.Nullable;

/** The name that a channel shows of somebody, as far as it is a name. */
final class Shown {

    private final String name;
    private final @Nullable Profile profile;

    private Shown(String name, @Nullable Profile profile) {
        this.name = name;
        this.profile = profile;
    }

    /** An address, the begin of one or a handle in place of a name is none. */
    static Shown of(Candidate candidate) {
        String name = candidate.name();
        String folded = PersonNames.folded(name);
        if (name == null || folded.isEmpty() || name.indexOf('@') >= 0) {
            return new Shown("", null);
        }
        boolean repeats = candidate.evidence().stream().anyMatch(it -> folded.equals(PersonNames.folded(bare(it))));
        return repeats
                ? new Shown("", null)
                : new Shown(name, Profile.builder(null).add(Field.NAME, name).build());
    }

    private static String bare(Evidence evidence) {
        String value = evidence.value();
        return switch (evidence.type()) {
            case EMAIL -> value.substring(0, Math.max(0, value.lastIndexOf('@')));
            case HANDLE, ID -> value.substring(value.indexOf(':') + 1);
            case PHONE -> value;
        };
    }

    /** How far the name agrees with the contact's. Only two full names contradict each other, and only where no given name is in both. */
    Agreements against(KnownContact contact) {
        if (profile == null) {
            return Agreements.NONE;
        }
        Agreements found = Comparison.of(profile, contact.profile());
        boolean contradicts =
                found.in(Field.GIVEN) == Agreement.DIFFERENT || found.in(Field.NAME) == Agreement.DIFFERENT;
        if (!contradicts || PersonNames.areComparable(name, contact.name(), contact.given())) {
            return found;
        }
        return found.with(Field.NAME, Agreement.UNKNOWN)
                .with(Field.GIVEN, Agreement.UNKNOWN)
                .with(Field.FAMILY, Agreement.UNKNOWN);
    }
}
