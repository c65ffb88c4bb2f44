package dev.tributary.definition;

import java.util.regex.Pattern;

/** What jobs, sources and mappings may be called: names become folders, columns and file names. */
final class Name {

    static final String CURE = "use lower-case letters, digits and '-', at most 63, the first a letter or a digit";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private Name() {}

    /** @throws IllegalArgumentException where it is no name */
    static String check(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name; " + CURE);
        }
        return name;
    }

    /** The name that a section declares; a name that is none is noted and comes back as it is. */
    static String declared(Section section, String key) {
        String name = section.text(key, "a-name");
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            section.problem(key, "'" + name + "' is no name", CURE);
        }
        return name;
    }
}
