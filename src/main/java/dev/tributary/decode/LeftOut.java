package dev.tributary.decode;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mailbox of ours holds in place of a mail that was too large: a line that says where the mail lies. */
final class LeftOut {

    /** No mail has such a sender: the name is reserved (RFC 2606). */
    static final String SENDER = "left-out@tributary.invalid";

    private static final Pattern LINE = Pattern.compile(
            "X-Tributary-Left-Out: (\\d{1,15}) bytes; UID (\\d{1,10}) of ([^\\r\\n]{1,100})\\r?\\n.*", Pattern.DOTALL);
    private static final int LENGTH = 200;

    private LeftOut() {}

    static String line(long bytes, long uid, String folder) {
        return "X-Tributary-Left-Out: " + bytes + " bytes; UID " + uid + " of " + folder;
    }

    static boolean is(String postmark) {
        return postmark.startsWith("From " + SENDER + " ");
    }

    /** Why it is not here; empty where somebody else wrote that postmark. */
    static Optional<Broken> reason(Slice mail) {
        String begin = new String(mail.array(), 0, Math.min(mail.length(), LENGTH), StandardCharsets.UTF_8);
        Matcher line = LINE.matcher(begin + "\n");
        return line.matches()
                ? Optional.of(Broken.tooLarge(
                        "the mail with UID " + line.group(2) + " of the folder " + line.group(3) + " has "
                                + line.group(1)
                                + " bytes, more than is taken in, and was left in the mailbox; save it from there"
                                + " as a file, and bring it in with a source of kind: file"))
                : Optional.empty();
    }
}
