package dev.tributary.decode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The mails of a mailbox (RFC 4155, in the variant that quotes {@code >From }). Cut by lines of our own making: the
 * library's iterator maps the whole file and takes neither 2 GB nor a compressed one.
 */
final class MboxRecords implements Records {

    /** A postmark has a time of day; a sentence that begins with From and was not quoted seldom has. */
    private static final Pattern POSTMARK = Pattern.compile("From \\S.*\\d\\d:\\d\\d.*", Pattern.DOTALL);

    private static final int LONGEST_POSTMARK = 400;

    private final ByteInput in;
    private final DecodeLimits limits;
    private final Slice line;
    private final Slice mail;
    private final Slice held;
    private String postmark = "";
    private String following = "";
    private long ordinal;
    private boolean begun;
    private boolean pending;

    MboxRecords(Source source, DecodeLimits limits) {
        this.in = new ByteInput(source.in());
        this.limits = limits;
        this.line = new Slice(limits);
        this.mail = new Slice(limits);
        this.held = new Slice(limits);
    }

    @Override
    public @Nullable Payload next() throws IOException {
        if (!begun && !begin()) {
            return null;
        }
        if (!pending) {
            return null;
        }
        postmark = following;
        take();
        ordinal++;
        if (mail.tooLarge()) {
            return mail.refused(ordinal, "mail");
        }
        Optional<Broken> leftOut = LeftOut.is(postmark) ? LeftOut.reason(mail) : Optional.empty();
        return leftOut.isPresent()
                ? leftOut.get().at(ordinal)
                : Mail.payload(ordinal, mail.asStream(), limits, Postmark.date(postmark));
    }

    private boolean begin() throws IOException {
        begun = true;
        while (readLine()) {
            if (!line.isBlank()) {
                pending = true;
                if (startsWithFrom(0)) {
                    following = text(line);
                    return true;
                }
                throw Broken.unreadable("the file does not begin with 'From ' as a mailbox does;"
                        + " export it as mbox, or name a single mail .eml");
            }
        }
        return false;
    }

    /** Takes the lines up to the next postmark. The empty line before it is the mailbox's, not the mail's (RFC 4155). */
    private void take() throws IOException {
        mail.clear();
        held.clear();
        pending = false;
        boolean afterBlank = false;
        while (readLine()) {
            if (afterBlank && isPostmark()) {
                following = text(line);
                pending = true;
                return;
            }
            mail.append(held.array(), 0, held.length());
            held.clear();
            afterBlank = line.isBlank();
            if (line.holds("\n") || line.holds("\r\n")) {
                held.append(line.array(), 0, line.length());
            } else {
                appendUnquoted();
            }
        }
    }

    private static String text(Slice line) {
        return new String(line.array(), 0, Math.min(line.length(), LONGEST_POSTMARK), StandardCharsets.ISO_8859_1);
    }

    private boolean readLine() throws IOException {
        line.clear();
        return in.readLine(line);
    }

    private void appendUnquoted() {
        int quotes = 0;
        while (quotes < line.length() && line.array()[quotes] == '>') {
            quotes++;
        }
        int skipped = quotes > 0 && startsWithFrom(quotes) ? 1 : 0;
        if (line.tooLarge()) {
            mail.spoil();
        } else {
            mail.append(line.array(), skipped, line.length() - skipped);
        }
    }

    private boolean isPostmark() {
        return startsWithFrom(0)
                && line.length() < LONGEST_POSTMARK
                && POSTMARK.matcher(new String(line.array(), 0, line.length(), StandardCharsets.ISO_8859_1))
                        .matches();
    }

    private boolean startsWithFrom(int at) {
        byte[] bytes = line.array();
        return line.length() >= at + 5
                && bytes[at] == 'F'
                && bytes[at + 1] == 'r'
                && bytes[at + 2] == 'o'
                && bytes[at + 3] == 'm'
                && bytes[at + 4] == ' ';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
