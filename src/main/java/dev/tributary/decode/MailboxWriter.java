package dev.tributary.decode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes mails as {@link Format#MBOX} (RFC 4155, every line of quotes and {@code From } quoted once more), so that each is read
 * back byte by byte. Only a mail that ends within a line gets the end of it. Not thread-safe.
 */
public final class MailboxWriter {

    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);
    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

    private final ByteArrayOutputStream mailbox = new ByteArrayOutputStream();
    private int mails;

    /** @param arrived when the mail came in, as mails write dates; null where nobody knows */
    public void add(byte[] mail, @Nullable String arrived) {
        begin("MAILER-DAEMON", arrived);
        append(mail);
    }

    /**
     * In place of a mail that is larger than may be taken in: what is read back says where it lies, and that it is not here.
     *
     * @param bytes of the whole mail
     * @param uid in its folder
     * @param folder on the server
     */
    public void addLeftOut(byte[] headers, @Nullable String arrived, long bytes, long uid, String folder) {
        begin(LeftOut.SENDER, arrived);
        append((LeftOut.line(bytes, uid, folder) + "\r\n").getBytes(StandardCharsets.UTF_8), headers);
    }

    private void begin(String sender, @Nullable String arrived) {
        OffsetDateTime date = arrived == null
                ? Instant.EPOCH.atOffset(ZoneOffset.UTC)
                : MailDate.parse(arrived)
                        .map(OffsetDateTime::parse)
                        .orElse(Instant.EPOCH.atOffset(ZoneOffset.UTC))
                        .withOffsetSameInstant(ZoneOffset.UTC);
        byte[] line = ("From " + sender + " " + ASCTIME.format(date) + "\n").getBytes(StandardCharsets.US_ASCII);
        mailbox.write(line, 0, line.length);
        mails++;
    }

    private void append(byte[]... parts) {
        byte last = '\n';
        for (byte[] part : parts) {
            for (int start = 0; start < part.length; ) {
                int end = endOfLine(part, start);
                if (isQuotedFrom(part, start, end)) {
                    mailbox.write('>');
                }
                mailbox.write(part, start, end - start);
                start = end;
            }
            last = part.length == 0 ? last : part[part.length - 1];
        }
        if (last != '\n') {
            mailbox.write('\n');
        }
        mailbox.write('\n');
    }

    private static int endOfLine(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, bytes.length);
    }

    private static boolean isQuotedFrom(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && bytes[at] == '>') {
            at++;
        }
        for (int i = 0; i < FROM.length; i++) {
            if (at + i >= end || bytes[at + i] != FROM[i]) {
                return false;
            }
        }
        return true;
    }

    public int mails() {
        return mails;
    }

    public int bytes() {
        return mailbox.size();
    }

    public byte[] content() {
        return mailbox.toByteArray();
    }
}
