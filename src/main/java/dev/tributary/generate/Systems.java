package dev.tributary.generate;

import dev.tributary.generate.Fate.Copy;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The systems that report messages: each by its own, and some by a second one as well. Not thread-safe. */
final class Systems implements Closeable {

    private static final int LINES = 10_000;
    private static final int PAGES = 100;

    private final XPosts posts;
    private final HelpdeskRows helpdesk;
    private final HelpdeskAudits audits;
    private final Map<Way, Outlet> outlets = new EnumMap<>(Way.class);
    private final Duplicates duplicates;
    private long interactions;
    private long notes;
    private long proved;
    private long likely;
    private long edited;
    private long withdrawn;
    private long broken;

    Systems(Path home, int part) throws IOException {
        posts = new XPosts(
                Source.X_MENTIONS.drop(home, part, "ndjson", "", PAGES),
                Source.X_SEARCH.drop(home, part, "ndjson", "", PAGES));
        helpdesk = new HelpdeskRows(Source.HELPDESK.drop(home, part, "csv", HelpdeskRows.HEADER, LINES));
        audits = new HelpdeskAudits(Source.HELPDESK_AUDITS.drop(home, part, "ndjson", "", PAGES));
        duplicates = new Duplicates(home.resolve("duplicates.csv"));
        outlets.put(Way.X, posts);
        outlets.put(Way.WHATSAPP, new WhatsAppWebhooks(Source.WHATSAPP.drop(home, part, "ndjson", "", LINES)));
        outlets.put(Way.PAGE, new PageComments(Source.FACEBOOK_PAGE.drop(home, part, "ndjson", "", LINES)));
        outlets.put(Way.MESSENGER, new MessengerEvents(Source.FACEBOOK_MESSAGES.drop(home, part, "ndjson", "", LINES)));
        outlets.put(Way.FORM, helpdesk);
        outlets.put(Way.MAIL, new Mailbox(Source.MAILBOX.drop(home, part, "mbox", "", LINES)));
        outlets.put(Way.CALL, new CallLog(Source.CALLS.drop(home, part, "ndjson", "", PAGES)));
    }

    void report(Message it, Fate fate) {
        Outlet outlet = outlets.get(it.way());
        outlet.said(it);
        interactions++;
        if (fate.again()) {
            outlet.said(it);
        }
        edited += fate.edited() && outlet.edited(it) ? 1 : 0;
        withdrawn += fate.withdrawn() && outlet.withdrawn(it) ? 1 : 0;
        broken += fate.broken() && outlet.broken(it) ? 1 : 0;
        copy(it, fate.copy());
    }

    private void copy(Message it, Copy copy) {
        switch (copy) {
            case NONE -> {}
            case FOUND -> {
                posts.found(it);
                prove(Source.X_MENTIONS, XPosts.id(it), Source.X_SEARCH);
            }
            case AUDITED -> {
                audits.said(it);
                prove(Source.MAILBOX, Mailbox.id(it), Source.HELPDESK_AUDITS);
            }
            case NOTED -> note(it.later(60 + it.id() % 300), it.text(), true);
            case NOTED_IN_PART -> note(it.later(120), begin(it.text()), true);
            case NOTED_LATE -> note(it.later(3_600), it.text(), true);
            case WRITTEN_AGAIN -> note(it.later(240), it.text(), false);
        }
    }

    private static String begin(String text) {
        return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2)) + "…";
    }

    private void prove(Source source, String id, Source other) {
        duplicates.proved(source, id, other);
        proved++;
    }

    private void note(Message it, String text, boolean isCopy) {
        boolean mail = it.way() == Way.MAIL;
        if (mail) {
            helpdesk.notedMail(it, text);
        } else {
            helpdesk.notedChat(it, text);
        }
        notes++;
        if (isCopy) {
            likely++;
            String id = mail ? Mailbox.id(it) : WhatsAppWebhooks.id(it);
            duplicates.likely(mail ? Source.MAILBOX : Source.WHATSAPP, id, Source.HELPDESK, HelpdeskRows.id(it));
        }
    }

    Made made() {
        return new Made(interactions, notes, proved, likely, edited, withdrawn, broken);
    }

    @Override
    public void close() throws IOException {
        for (Closeable it : List.copyOf(outlets.values())) {
            it.close();
        }
        audits.close();
        duplicates.close();
    }
}
