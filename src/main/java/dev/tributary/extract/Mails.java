package dev.tributary.extract;

import dev.tributary.decode.MailboxWriter;
import dev.tributary.definition.ImapExtract;
import dev.tributary.landing.Delivery;
import dev.tributary.landing.Landing;
import dev.tributary.run.FailureCode;
import jakarta.mail.MessagingException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings mails from the server into landing segments. A segment is a mailbox of up to {@value #MAILS} mails or {@value #BYTES}
 * bytes: a segment for each mail would cost a file, two fsyncs and a transaction for each, and a restage would open as many
 * files. The cursor moves with the segment, so at most one batch is read twice when a run breaks off before it is landed.
 */
@Component
class Mails {

    private static final int MAILS = 250;
    private static final int BYTES = 8 << 20;

    private final Landing landing;
    private final MailServer server;
    private final long largestMail;

    Mails(Landing landing, MailServer server, ExtractSettings settings) {
        this.landing = landing;
        this.server = server;
        this.largestMail = settings.largestMail().toBytes();
    }

    public MailWalk walk(SourceRun run) {
        Optional<String> cursor = landing.cursor(run.name());
        MailPosition position = run.past().isEmpty() ? MailPosition.of(cursor) : MailPosition.of(Optional.empty());
        return new MailWalk(run, (ImapExtract) run.source().extract(), cursor.orElse(null), position);
    }

    public MailRequest request(MailWalk walk) {
        return new MailRequest(walk);
    }

    /** @throws SourceFailed where the server cannot be reached, refuses us or breaks off, or the budget is used up */
    public MailBatch fetch(MailRequest request) {
        MailWalk walk = request.walk();
        try {
            return batch(walk, folder(walk));
        } catch (MessagingException failed) {
            walk.close();
            throw MailFailures.of(walk, failed);
        } catch (RuntimeException failed) {
            walk.close();
            throw failed;
        }
    }

    private MailFolder folder(MailWalk walk) throws MessagingException {
        MailConnection open = walk.connection();
        MailConnection connection = open == null ? server.connect(walk.imap()) : open;
        walk.connected(connection);
        return connection.folder(walk.leg(), walk.position(), since(walk.imap()));
    }

    /** The server's days may be of another zone than ours. */
    private static @Nullable LocalDate since(ImapExtract imap) {
        return imap.lookback() == null
                ? null
                : LocalDate.now(ZoneOffset.UTC).minusDays(imap.lookback().toDays() + 1);
    }

    private MailBatch batch(MailWalk walk, MailFolder folder) throws MessagingException {
        if (folder.hasMore() && walk.left() <= 0) {
            throw new SourceFailed(
                    FailureCode.BUDGET_USED_UP,
                    "The " + walk.imap().budget() + " mails that " + walk.imap().host()
                            + " may give in one run are used up; what came is landed, and the next run goes on there.");
        }
        MailboxWriter mailbox = folder.take(Math.min(MAILS, walk.left()), BYTES, largestMail);
        return new MailBatch(walk, mailbox, walk.position().with(folder.name(), folder.mark()), !folder.hasMore());
    }

    /** Lands the batch, and moves the cursor with what is new. What was asked for is noted once all of it has landed. */
    public MailWalk land(MailBatch batch) {
        MailWalk walk = batch.walk();
        try {
            if (batch.isToBeLanded()) {
                landing.write(walk.run().name(), delivery(batch), walk.run().runId());
                walk.landed(batch);
            }
        } catch (RuntimeException ours) {
            walk.close();
            throw ours;
        }
        if (batch.last()) {
            walk.legEnds().ifPresent(it -> landing.note(it.ended(walk.run()), null));
        }
        return walk;
    }

    private static Delivery delivery(MailBatch batch) {
        MailWalk walk = batch.walk();
        return new Delivery(
                batch.mailbox().content(),
                walk.folder() + ".mbox",
                "imap://" + walk.imap().host() + "/" + walk.folder(),
                walk.before(),
                walk.cursorAfter(batch));
    }
}
