package dev.tributary.extract;

import dev.tributary.decode.MailboxWriter;
import dev.tributary.landing.Span;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder on the server, and the UIDs of its mails that are not yet read, the oldest first. */
final class MailFolder {

    private static final Logger log = LoggerFactory.getLogger(MailFolder.class);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d-MMM-yyyy", Locale.ENGLISH);

    private final String name;
    private final IMAPFolder folder;
    private final UidCommands commands;
    private final long validity;
    private final Deque<Long> unread;
    private long read;

    /** @param read the UID up to which everything is read */
    private MailFolder(String name, IMAPFolder folder, long validity, List<Long> unread, long read) {
        this.name = name;
        this.folder = folder;
        this.commands = new UidCommands(folder);
        this.validity = validity;
        this.unread = new ArrayDeque<>(unread);
        this.read = read;
    }

    /** @param since the first day that is read where the folder is read for the first time, or its UIDs count anew */
    static MailFolder of(String name, IMAPFolder folder, MailPosition position, @Nullable LocalDate since)
            throws MessagingException {
        long validity = folder.getUIDValidity();
        MailPosition.Mark mark = position.mark(name).orElse(null);
        if (mark != null && mark.validity() == validity) {
            return new MailFolder(name, folder, validity, after(folder, mark.uid(), ""), mark.uid());
        }
        if (mark != null) {
            log.info(
                    "The folder {} has new UIDs, so it is read from its beginning; what is known is not doubled.",
                    name);
        }
        long next = folder.getUIDNext();
        List<Long> uids = after(folder, 0, since == null ? "" : " SINCE " + DATE.format(since));
        return new MailFolder(name, folder, validity, uids, uids.isEmpty() ? Math.max(0, next - 1) : 0);
    }

    /**
     * A folder of which the mails are read that arrived in a span of time. The server's days may be of another zone than ours, so one
     * day more is read on each side.
     *
     * @param position how far the span is read
     */
    static MailFolder ofThePast(String name, IMAPFolder folder, MailPosition position, Span span)
            throws MessagingException {
        long validity = folder.getUIDValidity();
        long read = position.mark(name)
                .filter(it -> it.validity() == validity)
                .map(MailPosition.Mark::uid)
                .orElse(0L);
        String days = " SINCE " + day(span.from(), -1) + " BEFORE " + day(span.to(), 1);
        return new MailFolder(name, folder, validity, after(folder, read, days), read);
    }

    private static String day(Instant time, int later) {
        return DATE.format(LocalDate.ofInstant(time, ZoneOffset.UTC).plusDays(later));
    }

    /** {@code UID n:*} names the last mail also where its UID is below n, so what comes is looked at. */
    private static List<Long> after(IMAPFolder folder, long uid, String and) throws MessagingException {
        return new UidCommands(folder)
                .search("UID " + (uid + 1) + ":*" + and).stream()
                        .filter(found -> found > uid)
                        .sorted()
                        .toList();
    }

    String name() {
        return name;
    }

    boolean hasMore() {
        return !unread.isEmpty();
    }

    /** How far it is read. */
    MailPosition.Mark mark() {
        return new MailPosition.Mark(validity, read);
    }

    /**
     * Takes the oldest mails that are not read.
     *
     * @param bytes of all of them, unless the first alone has more
     * @param largest the most bytes of one; a larger one is only named
     */
    MailboxWriter take(int most, long bytes, long largest) throws MessagingException {
        Map<Long, Long> sizes = commands.sizes(unread.stream().limit(most).toList());
        List<Long> chosen = new ArrayList<>();
        long sum = 0;
        for (Long uid : unread.stream().limit(most).toList()) {
            long size = sizes.getOrDefault(uid, 0L);
            sum += size > largest ? 0 : size;
            if (!chosen.isEmpty() && sum > bytes) {
                break;
            }
            chosen.add(uid);
        }
        MailboxWriter mailbox = new MailboxWriter();
        Map<Long, MailOnServer> mails = commands.mails(chosen.stream()
                .filter(uid -> sizes.getOrDefault(uid, 0L) <= largest)
                .toList());
        for (Long uid : chosen) {
            add(mailbox, uid, Optional.ofNullable(mails.get(uid)), sizes.getOrDefault(uid, 0L), largest);
            unread.removeFirst();
            read = uid;
        }
        return mailbox;
    }

    /** One that has been deleted since is as good as deleted before. A server may be wrong about a size. */
    private void add(MailboxWriter mailbox, long uid, Optional<MailOnServer> mail, long size, long largest)
            throws MessagingException {
        if (size <= largest && mail.isEmpty()) {
            return;
        }
        long bytes = mail.map(it -> (long) it.content().length).orElse(size);
        if (bytes <= largest && mail.isPresent()) {
            mailbox.add(mail.get().content(), mail.get().arrived());
            return;
        }
        commands.headers(uid)
                .ifPresent(headers -> mailbox.addLeftOut(headers.content(), headers.arrived(), bytes, uid, name));
    }

    void close() throws MessagingException {
        if (folder.isOpen()) {
            folder.close(false);
        }
    }
}
