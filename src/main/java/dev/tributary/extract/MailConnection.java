package dev.tributary.extract;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.time.LocalDate;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;

/** An open connection, and the folder that is read on it. */
final class MailConnection {

    private final Store store;
    private @Nullable MailFolder folder;
    private @Nullable MailLeg leg;

    MailConnection(Store store) {
        this.store = store;
    }

    /** The leg's folder, opened to be read only; the one that is open where it is the same. */
    MailFolder folder(MailLeg next, MailPosition position, @Nullable LocalDate since) throws MessagingException {
        if (folder == null || !next.equals(leg)) {
            closeFolder();
            IMAPFolder opened = (IMAPFolder) store.getFolder(next.folder());
            opened.open(Folder.READ_ONLY);
            Asking past = next.past();
            folder = past == null
                    ? MailFolder.of(next.folder(), opened, position, since)
                    : MailFolder.ofThePast(next.folder(), opened, position, past.span());
            leg = next;
        }
        return folder;
    }

    private void closeFolder() throws MessagingException {
        if (folder != null) {
            folder.close();
            folder = null;
        }
    }

    void close() {
        try {
            store.close();
        } catch (MessagingException gone) {
            // what is broken already need not be closed
        }
    }
}
