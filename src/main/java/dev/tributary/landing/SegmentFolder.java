package dev.tributary.landing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The segments of one source on disk. What a method has written is on the disk when it returns. */
final class SegmentFolder {

    private static final String PART = ".part";
    private static final String ORPHAN = ".orphan";
    private static final int NAME = 100;
    private static final Pattern SEGMENT = Pattern.compile("(\\d{10,18})-.*");

    private final Path folder;

    private SegmentFolder(Path folder) {
        this.folder = folder;
    }

    static SegmentFolder at(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            sync(folder.toAbsolutePath().getParent());
        }
        return new SegmentFolder(folder);
    }

    /** Where the segment is going to lie: the sequence, and what is harmless in the origin's last name. */
    Path place(long sequence, String origin) {
        String name = origin.substring(origin.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
        String tail = name.substring(Math.max(0, name.length() - NAME));
        return folder.resolve("%010d-%s".formatted(sequence, tail.isEmpty() ? "segment" : tail));
    }

    /** Lets the file lie here too, without copying where the file system can. */
    Fingerprint link(Path file, Fingerprint known, Path place) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return copy(file, place);
        }
        try {
            Files.createLink(place, file);
        } catch (IOException | UnsupportedOperationException otherFileSystem) {
            return copy(file, place);
        }
        sync(place);
        sync(folder);
        return known;
    }

    Fingerprint copy(Path file, Path place) throws IOException {
        Path part = part(place);
        Fingerprint copied;
        try (OutputStream out = Files.newOutputStream(part)) {
            copied = Fingerprint.ofCopy(file, out);
        }
        finish(part, place);
        return copied;
    }

    void write(byte[] content, Path place) throws IOException {
        Path part = part(place);
        Files.write(part, content);
        finish(part, place);
    }

    /**
     * Clears what a crash left behind: no ledger knows segments from that sequence on. Parts are deleted, for nothing is
     * deleted at its origin before its segment is whole. Whole segments are put aside and not deleted, for a ledger that was
     * restored from an older backup does not know them either.
     */
    void clearFrom(long sequence) throws IOException {
        for (Path file : files()) {
            String name = file.getFileName().toString();
            Matcher segment = SEGMENT.matcher(name);
            if (name.endsWith(PART)) {
                Files.delete(file);
            } else if (!name.endsWith(ORPHAN) && segment.matches() && Long.parseLong(segment.group(1)) >= sequence) {
                Files.move(file, aside(name));
            }
        }
    }

    private Path aside(String name) {
        Path aside = folder.resolve(name + ORPHAN);
        for (int again = 2; Files.exists(aside); again++) {
            aside = folder.resolve(name + "." + again + ORPHAN);
        }
        return aside;
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(files::add);
        }
        return files;
    }

    private void finish(Path part, Path place) throws IOException {
        sync(part);
        try {
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException plainRenameThen) {
            Files.move(part, place);
        }
        sync(folder);
    }

    private static Path part(Path place) {
        return place.resolveSibling(place.getFileName() + PART);
    }

    /** Forces a file, or the names in a folder, to the disk. */
    private static void sync(Path path) throws IOException {
        if (Files.isDirectory(path)
                && !path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return; // Windows opens no folders, and keeps their names safe by itself
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
