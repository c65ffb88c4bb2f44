package dev.tributary.doctor;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What MySQL's {@code SHOW GRANTS} says, as far as it concerns one schema.
 *
 * @param here the rights on all tables of the schema, those on all schemas included
 * @param everywhere the rights on all schemas, or on the server itself
 * @param someTables whether there are rights on single tables beside them
 */
record Grants(Set<String> here, Set<String> everywhere, boolean someTables) {

    private static final Pattern GRANT = Pattern.compile("GRANT (.+?) ON (?:TABLE )?(\\S+) TO .*");
    private static final String ALL = "ALL PRIVILEGES";

    static Grants of(Collection<String> lines, String schema) {
        Set<String> here = new TreeSet<>();
        Set<String> everywhere = new TreeSet<>();
        boolean someTables = false;
        for (String line : lines) {
            Matcher grant = GRANT.matcher(line);
            if (!grant.matches()) {
                continue; // a role, whose rights have lines of their own
            }
            Set<String> rights = rights(grant.group(1));
            if (grant.group(2).equals("*.*")) {
                everywhere.addAll(rights);
                here.addAll(rights);
            } else if (isOn(grant.group(2), schema)) {
                here.addAll(rights);
            } else {
                someTables |= !grant.group(2).endsWith(".*");
            }
        }
        return new Grants(here, everywhere, someTables);
    }

    /** Those of the rights that are not granted. */
    Set<String> missing(Collection<String> needed) {
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(here);
        return here.contains(ALL) ? Set.of() : missing;
    }

    private static Set<String> rights(String list) {
        Set<String> rights = new TreeSet<>();
        for (String right : list.toUpperCase(Locale.ROOT).split(",")) {
            rights.add(right.strip());
        }
        rights.remove("USAGE");
        return rights;
    }

    /** A schema may be granted by a pattern: {@code %} for any letters, {@code _} for one, unless a backslash is before it. */
    private static boolean isOn(String object, String schema) {
        if (!object.endsWith(".*")) {
            return false;
        }
        String pattern = object.substring(0, object.length() - 2).replaceAll("^`|`$", "");
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                regex.append(Pattern.quote(pattern.substring(++i, i + 1)));
            } else {
                regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
            }
        }
        return schema.matches(regex.toString());
    }
}
