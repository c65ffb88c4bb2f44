package dev.tributary.extract;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/** A pattern for files, split into the folder before its first wildcard and the rest. */
final class NamePattern {

    private static final String ANY_FOLDERS = "**/";
    private static final List<String> HALF_WRITTEN = List.of(".part", ".filepart", ".tmp");

    private final String folder;
    private final String rest;
    private final List<PathMatcher> matchers;

    private NamePattern(String folder, String rest) {
        this.folder = folder;
        this.rest = rest;
        this.matchers = List.of(
                FileSystems.getDefault().getPathMatcher("glob:" + rest),
                // Java's ** wants at least one folder, people mean none or more
                FileSystems.getDefault().getPathMatcher("glob:" + rest.replace(ANY_FOLDERS, "")));
    }

    static NamePattern of(String path) {
        int slash = path.lastIndexOf('/', firstWildcard(path));
        return new NamePattern(slash < 0 ? "" : path.substring(0, Math.max(1, slash)), path.substring(slash + 1));
    }

    /** Empty where the pattern begins with a wildcard, or is a name alone. */
    String folder() {
        return folder;
    }

    /** Whether it means files in folders below, too. */
    boolean reachesBelow() {
        return rest.contains("/") || rest.contains("**");
    }

    /** @param relative to the folder; hidden and half-written files never match */
    boolean matches(Path relative) {
        String name = relative.getFileName().toString();
        return !name.startsWith(".")
                && HALF_WRITTEN.stream().noneMatch(name::endsWith)
                && matchers.stream().anyMatch(matcher -> matcher.matches(relative));
    }

    private static int firstWildcard(String path) {
        for (int i = 0; i < path.length(); i++) {
            if ("*?[{\\".indexOf(path.charAt(i)) >= 0) {
                return i;
            }
        }
        return path.length();
    }
}
