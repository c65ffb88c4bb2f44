package dev.tributary.extract;

import dev.tributary.definition.ImapExtract;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The way through the folders of one mailbox in one run, over one connection as long as it holds. */
final class MailWalk {

    private final SourceRun run;
    private final ImapExtract imap;
    private final Deque<String> folders;
    private final @Nullable String before;
    private MailPosition position;
    private int taken;
    private @Nullable MailConnection connection;

    /** @param before the cursor; null where the source was never read */
    MailWalk(SourceRun run, ImapExtract imap, @Nullable String before, MailPosition position) {
        this.run = run;
        this.imap = imap;
        this.folders = new ArrayDeque<>(imap.folders());
        this.before = before;
        this.position = position;
    }

    SourceRun run() {
        return run;
    }

    ImapExtract imap() {
        return imap;
    }

    @Nullable
    String before() {
        return before;
    }

    MailPosition position() {
        return position;
    }

    boolean unfinished() {
        return !folders.isEmpty();
    }

    String folder() {
        return folders.getFirst();
    }

    /** How many mails this run may still take. */
    int left() {
        return imap.budget() - taken;
    }

    void landed(MailBatch batch) {
        position = batch.position();
        taken += batch.mailbox().mails();
        run.landed();
    }

    void folderEnds() {
        folders.removeFirst();
        if (folders.isEmpty()) {
            close();
        }
    }

    @Nullable
    MailConnection connection() {
        return connection;
    }

    void connected(MailConnection now) {
        connection = now;
    }

    void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    /** Neither the user nor anything of a mail is in it. */
    String where() {
        return "The folder " + folder() + " of " + imap.host();
    }
}
