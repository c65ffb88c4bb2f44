package dev.tributary.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Files that appear in a folder all together when they are complete. What a killed process left goes with the next. */
final class Aside implements AutoCloseable {

    private final Path folder;
    private final Path aside;
    private final List<Path> files = new ArrayList<>();

    Aside(Path folder) throws IOException {
        this.folder = folder;
        this.aside = folder.resolve(".unfinished");
        FileSystemUtils.deleteRecursively(aside);
        Files.createDirectories(aside);
    }

    /** A folder for what is only needed while writing. */
    Path scratch() throws IOException {
        return Files.createDirectories(aside.resolve("scratch"));
    }

    interface Content {
        void to(OutputStream out) throws IOException;
    }

    void write(String name, Content content) throws IOException {
        Path file = aside.resolve(name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.to(out);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        files.add(file);
    }

    void publish() throws IOException {
        for (Path file : files) {
            Files.move(
                    file,
                    folder.resolve(file.getFileName()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(aside);
    }
}
