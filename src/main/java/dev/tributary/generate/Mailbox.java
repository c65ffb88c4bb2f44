package dev.tributary.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/** Mailboxes in the mbox format. */
final class Mailbox implements Outlet {

    private static final DateTimeFormatter POSTMARK =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss uuuu", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Drop drop;

    Mailbox(Drop drop) {
        this.drop = drop;
    }

    private static String id(long message) {
        return "acme-" + message + "@mail.example";
    }

    /** The Message-ID, without brackets. */
    static String id(Message it) {
        return id(it.id());
    }

    @Override
    public void said(Message it) {
        String from = it.fromCustomer() ? it.person().writesFrom() : Source.OUR_MAILBOX;
        StringBuilder mail = new StringBuilder(1_024)
                .append("From ")
                .append(from)
                .append(' ')
                .append(POSTMARK.format(it.at()))
                .append('\n')
                .append("Message-ID: <")
                .append(id(it))
                .append(">\n")
                .append("Date: ")
                .append(date(it.at()))
                .append('\n')
                .append("From: ")
                .append(it.fromCustomer() ? customer(it) : "Acme <" + from + ">")
                .append('\n')
                .append("To: ")
                .append(it.fromCustomer() ? "Acme <" + Source.OUR_MAILBOX + ">" : customer(it))
                .append('\n')
                .append("Subject: ")
                .append(it.isAnswer() ? "Re: " : "")
                .append("Tent ")
                .append(it.thread())
                .append('\n');
        if (it.isAnswer()) {
            mail.append("In-Reply-To: <").append(id(it.answers())).append(">\n");
            mail.append("References: <").append(id(it.thread())).append('>');
            mail.append(it.answers() == it.thread() ? "" : " <" + id(it.answers()) + ">")
                    .append('\n');
        }
        mail.append("MIME-Version: 1.0\nContent-Type: text/plain; charset=\"utf-8\"\n")
                .append("Content-Transfer-Encoding: 8bit\n\n")
                .append(it.text())
                .append("\n\n");
        drop.put(mail.toString());
    }

    private static String customer(Message it) {
        return encoded(it.person().shown(Way.MAIL)) + " <" + it.person().writesFrom() + ">";
    }

    /** As RFC 2047 has it, where it is no plain word. */
    private static String encoded(String name) {
        boolean plain = name.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == ' '));
        return plain
                ? name
                : "=?utf-8?B?" + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static String date(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }

    @Override
    public void close() throws IOException {
        drop.close();
    }
}
