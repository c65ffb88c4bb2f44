package dev.tributary.extract;

import jakarta.mail.FetchProfile;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder on the server, and the UIDs of its mails that are not yet read, the oldest first. */
final class MailFolder {

    private static final Logger log = LoggerFactory.getLogger(MailFolder.class);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d-MMM-yyyy", Locale.ENGLISH);

    private final String name;
    private final IMAPFolder folder;
    private final long validity;
    private final Deque<Long> unread;
    private final long readBefore;

    private MailFolder(String name, IMAPFolder folder, long validity, Deque<Long> unread, long readBefore) {
        this.name = name;
        this.folder = folder;
        this.validity = validity;
        this.unread = unread;
        this.readBefore = readBefore;
    }

    /** @param since the first day that is read where the folder is read for the first time, or its UIDs count anew */
    static MailFolder of(String name, IMAPFolder folder, MailPosition position, @Nullable LocalDate since)
            throws MessagingException {
        long validity = folder.getUIDValidity();
        MailPosition.Mark mark = position.mark(name).orElse(null);
        if (mark != null && mark.validity() == validity) {
            List<Long> uids = after(folder, mark.uid(), "");
            return new MailFolder(name, folder, validity, new ArrayDeque<>(uids), mark.uid());
        }
        if (mark != null) {
            log.info(
                    "The folder {} has new UIDs, so it is read from its beginning; what is known is not doubled.",
                    name);
        }
        List<Long> uids = after(folder, 0, since == null ? "" : " SINCE " + DATE.format(since));
        long last = uids.isEmpty() ? Math.max(0, folder.getUIDNext() - 1) : 0;
        return new MailFolder(name, folder, validity, new ArrayDeque<>(uids), last);
    }

    /** {@code UID n:*} names the last mail also where its UID is below n, so what comes is looked at. */
    private static List<Long> after(IMAPFolder folder, long uid, String and) throws MessagingException {
        List<Long> uids = new ArrayList<>();
        folder.doCommand(protocol -> {
            search(protocol, "UID SEARCH UID " + (uid + 1) + ":*" + and, uids);
            return uids;
        });
        uids.removeIf(found -> found <= uid);
        Collections.sort(uids);
        return uids;
    }

    private static void search(IMAPProtocol protocol, String command, List<Long> uids) throws ProtocolException {
        Response[] answers = protocol.command(command, null);
        for (Response answer : answers) {
            if (answer instanceof IMAPResponse found && found.keyEquals("SEARCH")) {
                for (long uid = found.readLong(); uid >= 0; uid = found.readLong()) {
                    uids.add(uid);
                }
            }
        }
        protocol.notifyResponseHandlers(answers);
        protocol.handleResult(answers[answers.length - 1]);
    }

    String name() {
        return name;
    }

    boolean hasMore() {
        return !unread.isEmpty();
    }

    /** How far it is read where nothing more is: up to the UID before the next that the server will give. */
    MailPosition.Mark mark() {
        return new MailPosition.Mark(validity, readBefore);
    }

    MailPosition.Mark mark(long uid) {
        return new MailPosition.Mark(validity, uid);
    }

    /** The oldest that are not read, with their sizes; null in place of one that somebody has deleted by now. */
    List<MailOnServer> oldest(int most) throws MessagingException {
        long[] uids = unread.stream().limit(most).mapToLong(uid -> uid).toArray();
        Message[] messages = folder.getMessagesByUID(uids);
        FetchProfile profile = new FetchProfile();
        profile.add(FetchProfile.Item.SIZE);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        Message[] present = Arrays.stream(messages).filter(it -> it != null).toArray(Message[]::new);
        folder.fetch(present, profile);
        List<MailOnServer> mails = new ArrayList<>();
        for (int i = 0; i < uids.length; i++) {
            mails.add(new MailOnServer(uids[i], messages[i]));
        }
        return mails;
    }

    void taken() {
        unread.removeFirst();
    }

    void close() throws MessagingException {
        if (folder.isOpen()) {
            folder.close(false);
        }
    }
}
