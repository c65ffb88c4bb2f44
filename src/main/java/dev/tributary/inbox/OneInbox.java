package dev.tributary.inbox;

import dev.tributary.run.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Sees to it that one process receives in a home folder: it alone knows which file of a source is being written, and which one a
 * crash has left. The operating system lets go of the lock when the process ends, however it ends.
 */
@Component
@ConditionalOnWebApplication
class OneInbox implements AutoCloseable {

    private final FileChannel channel;

    /** @throws InboxUnusable where another process receives here */
    OneInbox(Home home) {
        try {
            Path landing = Files.createDirectories(home.landing());
            channel = FileChannel.open(
                    landing.resolve(".inbox.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock() == null) {
                channel.close();
                throw new InboxUnusable(
                        "Another tributary serve is at work in this home folder; stop it first, or name another --home.");
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private @Nullable FileLock lock() throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
