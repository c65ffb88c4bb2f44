package dev.tributary.extract;

import dev.tributary.decode.MailboxWriter;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MailDateFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is still on the server.
 *
 * @param message null where somebody has deleted it by now
 */
record MailOnServer(long uid, @Nullable Message message) {

    private static final int HEADERS = 64 << 10;

    long size() throws MessagingException {
        try {
            return message == null ? 0 : message.getSize();
        } catch (MessageRemovedException deletedMeanwhile) {
            return 0;
        }
    }

    /** Adds it to what is going to be landed; one that is larger than the limit is only named. */
    void writeTo(MailboxWriter mailbox, long limit, String folder) throws MessagingException, IOException {
        if (message == null) {
            return;
        }
        try {
            if (size() > limit) {
                mailbox.addLeftOut(headers(), arrived(), size(), uid, folder);
                return;
            }
            ByteArrayOutputStream mail = new ByteArrayOutputStream((int) Math.max(1024, size()));
            message.writeTo(mail);
            if (mail.size() > limit) {
                mailbox.addLeftOut(headers(), arrived(), mail.size(), uid, folder);
            } else {
                mailbox.add(mail.toByteArray(), arrived());
            }
        } catch (MessageRemovedException deletedMeanwhile) {
            // it is as if it had been deleted before the run
        }
    }

    private @Nullable String arrived() throws MessagingException {
        return message == null || message.getReceivedDate() == null
                ? null
                : new MailDateFormat().format(message.getReceivedDate());
    }

    private byte[] headers() throws MessagingException {
        String headers = Collections.list(((IMAPMessage) message).getAllHeaderLines()).stream()
                .collect(Collectors.joining("\r\n", "", "\r\n"));
        return headers.substring(0, Math.min(headers.length(), HEADERS)).getBytes(StandardCharsets.UTF_8);
    }
}
