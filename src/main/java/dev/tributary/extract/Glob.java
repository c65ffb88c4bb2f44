package dev.tributary.extract;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** A pattern for files, split into the folder before its first wildcard and the rest. */
final class Glob {

    private static final String ANY_FOLDERS = "**/";

    private final Path folder;
    private final List<PathMatcher> matchers;

    private Glob(Path folder, String rest) {
        this.folder = folder;
        this.matchers = List.of(
                folder.getFileSystem().getPathMatcher("glob:" + rest),
                // Java's ** wants at least one folder, people mean none or more
                folder.getFileSystem().getPathMatcher("glob:" + rest.replace(ANY_FOLDERS, "")));
    }

    static Glob of(Path home, String pattern) {
        int wildcard = first(pattern);
        int slash = pattern.lastIndexOf('/', wildcard);
        Path folder = home.resolve(slash < 0 ? "" : pattern.substring(0, Math.max(1, slash)));
        return new Glob(folder.normalize(), pattern.substring(slash + 1));
    }

    Path folder() {
        return folder;
    }

    String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** The files that match, in any order. Links are followed to files inside the folder only. */
    List<Path> files() throws IOException {
        Path real = folder.toRealPath();
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(real, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path relative = real.relativize(file);
                if (matches(relative) && (attributes.isRegularFile() || leadsInside(real, file))) {
                    files.add(folder.resolve(relative));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private boolean matches(Path relative) {
        String name = relative.getFileName().toString();
        return !name.startsWith(".")
                && !name.endsWith(".part")
                && matchers.stream().anyMatch(matcher -> matcher.matches(relative));
    }

    private static boolean leadsInside(Path real, Path link) throws IOException {
        return Files.isRegularFile(link) && link.toRealPath().startsWith(real);
    }

    private static int first(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            if ("*?[{\\".indexOf(pattern.charAt(i)) >= 0) {
                return i;
            }
        }
        return pattern.length();
    }
}
