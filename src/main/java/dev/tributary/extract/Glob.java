package dev.tributary.extract;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The files of a folder on this machine that a pattern means. */
final class Glob {

    private final Path folder;
    private final NamePattern pattern;

    private Glob(Path folder, NamePattern pattern) {
        this.folder = folder;
        this.pattern = pattern;
    }

    static Glob of(Path home, String path) {
        NamePattern pattern = NamePattern.of(path);
        return new Glob(home.resolve(pattern.folder()).normalize(), pattern);
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
                if (pattern.matches(relative) && (attributes.isRegularFile() || leadsInside(real, file))) {
                    files.add(folder.resolve(relative));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static boolean leadsInside(Path real, Path link) throws IOException {
        return Files.isRegularFile(link) && link.toRealPath().startsWith(real);
    }
}
