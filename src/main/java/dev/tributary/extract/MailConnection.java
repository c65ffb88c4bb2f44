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

    MailConnection(Store store) {
        this.store = store;
    }

    /** The folder, opened to be read only; the one that is open where it is the same. */
    MailFolder folder(String name, MailPosition position, @Nullable LocalDate since) throws MessagingException {
        if (folder == null || !folder.name().equals(name)) {
            closeFolder();
            IMAPFolder opened = (IMAPFolder) store.getFolder(name);
            opened.open(Folder.READ_ONLY);
            folder = MailFolder.of(name, opened, position, since);
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
