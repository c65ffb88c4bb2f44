package dev.tributary.identity;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All who carry one identifier, and the names of all who use it. Not thread-safe. */
final class SharedGroup {

    /** A contact that carries it. */
    record Holder(
            long contact,
            String name,
            @Nullable String given,
            @Nullable String family,
            @Nullable String company) {

        /** The company that they belong to, or may be themselves; empty where none is known. */
        String organisation() {
            if (namesCompany()) {
                return PersonNames.folded(company);
            }
            return given == null && family == null ? PersonNames.folded(name) : "";
        }

        boolean namesCompany() {
            return company != null && !company.isBlank();
        }

        boolean isCompany() {
            return given == null
                    && family == null
                    && namesCompany()
                    && organisation().equals(PersonNames.folded(name));
        }
    }

    private final Map<Long, Holder> holders = new TreeMap<>();
    private final Set<String> users = new HashSet<>();

    void add(Holder holder) {
        holders.putIfAbsent(holder.contact(), holder);
    }

    void addUser(String name) {
        users.add(name);
    }

    /** By their numbers. */
    Map<Long, Holder> holders() {
        return holders;
    }

    Set<String> users() {
        return users;
    }

    /** The one company of all who carry it; empty where there is none, or more than one. */
    String company() {
        Set<String> companies = new HashSet<>();
        holders.values().forEach(holder -> companies.add(holder.organisation()));
        boolean named = holders.values().stream().anyMatch(Holder::namesCompany);
        return named && companies.size() == 1 ? companies.iterator().next() : "";
    }
}
