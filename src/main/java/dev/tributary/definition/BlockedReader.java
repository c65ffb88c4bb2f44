package dev.tributary.definition;

import dev.tributary.interaction.IdentifierType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads {@code mappings/identity/shared-identifiers.yaml}. */
final class BlockedReader {

    static final String FILE = "mappings/identity/shared-identifiers.yaml";

    private BlockedReader() {}

    static BlockedIdentifiers read(Section file) {
        Map<IdentifierType, List<String>> patterns = new EnumMap<>(IdentifierType.class);
        patterns.put(IdentifierType.EMAIL, patterns(file, "blockedEmails"));
        patterns.put(IdentifierType.PHONE, patterns(file, "blockedPhones"));
        patterns.put(IdentifierType.HANDLE, patterns(file, "blockedHandles"));
        file.refuseOthers();
        return new BlockedIdentifiers(patterns);
    }

    private static List<String> patterns(Section file, String key) {
        List<String> patterns = file.texts(key);
        for (String pattern : patterns) {
            int star = pattern.indexOf('*');
            boolean atAnEnd = star == -1 || star == 0 || star == pattern.length() - 1;
            if (!atAnEnd || star != pattern.lastIndexOf('*') || pattern.length() < 3) {
                file.problem(
                        key, "'" + pattern + "' is no pattern", "write a value, or one with one * at its begin or end");
            }
        }
        return patterns;
    }
}
