package dev.tributary.definition;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that a reader sees all of it at once. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    void add(String file, int line, String key, String problem, String cure) {
        Problem added = new Problem(file, line, key, problem, cure);
        if (!found.contains(added)) {
            found.add(added);
        }
    }

    int count() {
        return found.size();
    }

    /** @throws InvalidDefinitions where anything is wrong */
    void refuse() {
        if (!found.isEmpty()) {
            throw new InvalidDefinitions(found);
        }
    }
}
