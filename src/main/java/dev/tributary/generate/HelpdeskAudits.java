package dev.tributary.generate;

import java.io.IOException;

/** Pages of Zendesk's ticket audits: mails that the help desk took in, each with the Message-ID that the mailbox has too. */
final class HelpdeskAudits implements Outlet {

    private static final long FIRST_ID = 380_000_000_000L;

    private static final Shape AUDIT = Shape.of("""
            {"id":%s,"ticket_id":%s,"created_at":"%s","author_id":%s,"via":{"channel":"email","source":{
            "from":{"address":"%s","name":"%s"},"to":{"name":"Acme","address":"support@acme.example"},"rel":null}},
            "metadata":{"system":{"client":"Mail","message_id":"<%s>"},"custom":{}},
            "events":[{"id":%s,"type":"Comment","author_id":%s,"plain_body":"%s","public":true,"attachments":[]}]}""");

    private final Pages pages;

    HelpdeskAudits(Drop drop) {
        this.pages = new Pages(drop, audits -> "{\"audits\":[" + audits + "]}");
    }

    @Override
    public void said(Message it) {
        long author = FIRST_ID + it.person().number();
        pages.add(AUDIT.with(
                FIRST_ID + 2 * it.id(),
                it.thread(),
                it.at(),
                author,
                it.person().writesFrom(),
                it.person().shown(Way.MAIL),
                Mailbox.id(it),
                FIRST_ID + 2 * it.id() + 1,
                author,
                it.text()));
    }

    @Override
    public void close() throws IOException {
        pages.close();
    }
}
