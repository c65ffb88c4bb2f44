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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Sees to it that one process receives in a home folder: it alone knows which file of a source is being written, and which one a
 * crash has left. The operating system lets go of the lock when the process ends, however it ends, and of several servers on one
 * database the next takes its place at the next delivery. Thread-safe.
 */
@Component
@ConditionalOnWebApplication
class OneInbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OneInbox.class);

    private final FileChannel channel;
    private @Nullable FileLock lock;

    /** @throws InboxUnusable where another process receives here, and the database is a file that only one can open */
    OneInbox(Home home, @Value("${spring.datasource.url}") String database) {
        try {
            Path landing = Files.createDirectories(home.landing());
            channel = FileChannel.open(
                    landing.resolve(".inbox.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isOurs() && database.startsWith("jdbc:h2:")) {
                channel.close();
                throw new InboxUnusable(
                        "Another tributary serve is at work in this home folder; stop it first, or name another --home.");
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        if (lock == null) {
            LOG.info("Another server takes in what is pushed; this one does when that one has ended");
        }
    }

    /** Whether this process is the one that receives; it becomes it where there is no other. */
    synchronized boolean isOurs() {
        if (lock == null) {
            try {
                lock = channel.tryLock();
            } catch (OverlappingFileLockException inThisProcess) {
                return false;
            } catch (IOException unlockable) {
                throw new UncheckedIOException(unlockable);
            }
        }
        return lock != null;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
