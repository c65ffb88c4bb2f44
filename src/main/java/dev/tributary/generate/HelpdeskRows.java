package dev.tributary.generate;

import java.io.IOException;
import org.apache.commons.csv.CSVFormat;

/** The help desk's export, a row a comment: forms of the web site, and what the desk noted of mails and chats. */
final class HelpdeskRows implements Outlet {

    static final String HEADER = row(
            "Ticket ID",
            "Subject",
            "Requester",
            "Requester email",
            "Requester phone",
            "Comment ID",
            "Comment",
            "Author",
            "Author email",
            "Public",
            "Created at",
            "Channel");

    private static final String AGENT = "Mia Lang";
    private static final String AGENTS_ADDRESS = "mia@acme.example";

    /** What the desk notes of other channels has numbers of its own. */
    private static final long NOTED = 5_000_000_000L;

    private final Drop drop;

    HelpdeskRows(Drop drop) {
        this.drop = drop;
    }

    static String id(Message it) {
        return String.valueOf(it.way() == Way.FORM ? it.id() : NOTED + it.id());
    }

    @Override
    public void said(Message it) {
        put(it, id(it), it.at().toString(), it.person().email(), number(it.person()), it.text());
    }

    /** What the desk notes of a mail. */
    void notedMail(Message it, String text) {
        String from = it.person().writesFrom();
        boolean own = from.equals(it.person().email());
        put(it, id(it), it.at().toString(), from, own ? number(it.person()) : "", text);
    }

    /** What the desk notes of a chat: it knows nothing but the number. */
    void notedChat(Message it, String text) {
        put(it, id(it), it.at().toString(), "", it.person().mobile(), text);
    }

    private static String number(Person it) {
        return it.tellsNumber() ? it.mobile() : "";
    }

    /** There is no such day. */
    @Override
    public boolean broken(Message it) {
        put(it, id(it) + "-broken", "2026-02-31", it.person().email(), "", it.text());
        return true;
    }

    private void put(Message it, String id, String at, String email, String phone, String text) {
        String name = it.person().shown(Way.FORM);
        boolean note = !it.fromCustomer() && it.id() % 12 == 0;
        drop.put(row(
                it.way() == Way.FORM ? it.thread() : NOTED + it.thread(),
                "Tent " + it.thread(),
                name,
                email,
                phone,
                id,
                text,
                it.fromCustomer() ? name : AGENT,
                it.fromCustomer() ? email : AGENTS_ADDRESS,
                !note,
                at,
                it.way() == Way.MAIL ? "email" : it.way() == Way.FORM ? "web" : "chat"));
    }

    private static String row(Object... cells) {
        return CSVFormat.RFC4180.format(cells) + "\r\n";
    }

    @Override
    public void close() throws IOException {
        drop.close();
    }
}
