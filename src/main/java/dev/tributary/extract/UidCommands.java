package dev.tributary.extract;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MailDateFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * Commands that name mails by their UIDs, many in one answer: the library's messages cost a round trip each. What is fetched is
 * peeked at, so no mail is marked as seen.
 */
final class UidCommands {

    private final IMAPFolder folder;

    UidCommands(IMAPFolder folder) {
        this.folder = folder;
    }

    /** @param criteria as of {@code SEARCH} */
    List<Long> search(String criteria) throws MessagingException {
        List<Long> uids = new ArrayList<>();
        for (Response answer : answers("UID SEARCH " + criteria)) {
            if (answer instanceof IMAPResponse found && found.keyEquals("SEARCH")) {
                for (long uid = found.readLong(); uid >= 0; uid = found.readLong()) {
                    uids.add(uid);
                }
            }
        }
        return uids;
    }

    /** By UID; without those that somebody has deleted. */
    Map<Long, Long> sizes(Collection<Long> uids) throws MessagingException {
        Map<Long, Long> sizes = new HashMap<>();
        for (FetchResponse mail : fetch(uids, "RFC822.SIZE")) {
            Optional.ofNullable(mail.getItem(RFC822SIZE.class))
                    .ifPresent(size -> sizes.put(mail.getItem(UID.class).uid, size.size));
        }
        return sizes;
    }

    /** By UID; without those that somebody has deleted. */
    Map<Long, MailOnServer> mails(Collection<Long> uids) throws MessagingException {
        return contents(uids, "BODY.PEEK[]");
    }

    Optional<MailOnServer> headers(long uid) throws MessagingException {
        return Optional.ofNullable(contents(List.of(uid), "BODY.PEEK[HEADER]").get(uid));
    }

    private Map<Long, MailOnServer> contents(Collection<Long> uids, String section) throws MessagingException {
        Map<Long, MailOnServer> mails = new HashMap<>();
        for (FetchResponse mail : fetch(uids, "INTERNALDATE " + section)) {
            BODY body = mail.getItem(BODY.class);
            if (body != null && body.getByteArray() != null) {
                INTERNALDATE date = mail.getItem(INTERNALDATE.class);
                String arrived =
                        date == null || date.getDate() == null ? null : new MailDateFormat().format(date.getDate());
                mails.put(mail.getItem(UID.class).uid, new MailOnServer(bytes(body.getByteArray()), arrived));
            }
        }
        return mails;
    }

    private static byte[] bytes(ByteArray given) {
        return Arrays.copyOfRange(given.getBytes(), given.getStart(), given.getStart() + given.getCount());
    }

    private List<FetchResponse> fetch(Collection<Long> uids, String items) throws MessagingException {
        if (uids.isEmpty()) {
            return List.of();
        }
        String set = uids.stream().map(String::valueOf).collect(Collectors.joining(","));
        return Arrays.stream(answers("UID FETCH " + set + " (UID " + items + ")"))
                .filter(FetchResponse.class::isInstance)
                .map(FetchResponse.class::cast)
                .filter(mail -> mail.getItem(UID.class) != null)
                .toList();
    }

    private Response[] answers(String command) throws MessagingException {
        return (Response[]) folder.doCommand(protocol -> answers(protocol, command));
    }

    private static Response[] answers(IMAPProtocol protocol, String command) throws ProtocolException {
        Response[] answers = protocol.command(command, null);
        protocol.notifyResponseHandlers(answers);
        protocol.handleResult(answers[answers.length - 1]);
        return answers;
    }
}
