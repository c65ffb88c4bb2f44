package dev.tributary.extract;

import dev.tributary.definition.ImapExtract;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The way through the folders of one mailbox in one run, over one connection as long as it holds. */
final class MailWalk {

    private final SourceRun run;
    private final ImapExtract imap;
    private final Deque<MailLeg> legs;
    private final @Nullable String before;
    private MailPosition position;
    private int taken;
    private @Nullable MailConnection connection;

    /** @param before the cursor; null where the source was never read */
    MailWalk(SourceRun run, ImapExtract imap, @Nullable String before, MailPosition position) {
        this.run = run;
        this.imap = imap;
        this.legs = new ArrayDeque<>(legs(run, imap));
        this.before = before;
        this.position = position;
        asks();
    }

    private static List<MailLeg> legs(SourceRun run, ImapExtract imap) {
        if (run.past().isEmpty()) {
            return imap.folders().stream().map(it -> new MailLeg(it, null)).toList();
        }
        return run.past().get().stream()
                .map(span -> new Asking(span, null))
                .flatMap(past -> imap.folders().stream().map(it -> new MailLeg(it, past)))
                .toList();
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
        return !legs.isEmpty();
    }

    MailLeg leg() {
        return legs.getFirst();
    }

    String folder() {
        return leg().folder();
    }

    /** Where the cursor is to be moved with a batch; null where it stays, for what is new was not asked for. */
    @Nullable
    String cursorAfter(MailBatch batch) {
        return leg().past() == null ? batch.position().text() : null;
    }

    private void asks() {
        if (run.past().isPresent()) {
            run.asks(legs.stream()
                    .limit(1)
                    .flatMap(it -> Stream.ofNullable(it.past()))
                    .toList());
        }
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

    /** @return what the leg asked for, where no other folder has more of it */
    Optional<Asking> legEnds() {
        Asking ended = legs.removeFirst().past();
        boolean more = !legs.isEmpty() && legs.getFirst().past() == ended;
        if (legs.isEmpty()) {
            close();
        }
        if (ended != null) {
            position = new MailPosition(Map.of());
            asks();
        }
        return more ? Optional.empty() : Optional.ofNullable(ended);
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
