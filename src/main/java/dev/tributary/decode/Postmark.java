package dev.tributary.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The line {@code From ann@example.org Mon Jan …} that a mailbox leaves before a mail, which is no header. */
final class Postmark {

    private static final int LENGTH = 6;

    private Postmark() {}

    static InputStream skipped(InputStream mail) throws IOException {
        PushbackInputStream in = new PushbackInputStream(mail, LENGTH);
        byte[] head = in.readNBytes(LENGTH);
        String begin = new String(head, StandardCharsets.ISO_8859_1);
        in.unread(head);
        if (begin.startsWith("From ") || begin.equals(">From ")) {
            int c = in.read();
            while (c >= 0 && c != '\n') {
                c = in.read();
            }
        }
        return in;
    }

    /** When the mail came in, by the line that a mailbox has before it; null where the line does not say. */
    static @Nullable String date(String line) {
        String[] parts = line.strip().split(" ", 3);
        return parts.length < 3
                ? null
                : MailDate.parse(parts[2])
                        .filter(date -> !date.startsWith("1970-01-01T00:00"))
                        .orElse(null);
    }
}
