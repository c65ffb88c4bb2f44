package dev.tributary.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Short forms of given names, of {@code nicknames.txt} beside this class: each line is one name and what people make of it. */
final class Nicknames {

    private static final Map<String, Set<String>> FAMILIES = families();

    private Nicknames() {}

    /** Whether one is a short form of the other, or both are of the same name. */
    static boolean areOne(String one, String other) {
        Set<String> families = FAMILIES.get(one);
        Set<String> others = FAMILIES.get(other);
        if (families == null || others == null) {
            return false;
        }
        for (String family : families) {
            if (others.contains(family)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Set<String>> families() {
        Map<String, Set<String>> families = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(Nicknames.class.getResourceAsStream("nicknames.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] names = Folding.words(line).split(" ");
                for (String name : names) {
                    families.computeIfAbsent(name, it -> new HashSet<>()).add(names[0]);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return families;
    }
}
