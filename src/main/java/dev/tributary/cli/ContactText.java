package dev.tributary.cli;

import dev.tributary.identity.AboutContact;
import java.util.Locale;

/** Who is on a contact and why, in lines for a terminal. */
final class ContactText {

    private final StringBuilder text = new StringBuilder();

    private ContactText() {}

    static String of(AboutContact about) {
        ContactText text = new ContactText();
        boolean merged = !about.survivor().equals(about.contact());
        text.line("Contact %s%s: %s", about.contact(), merged ? ", now " + about.survivor() : "", about.name());
        about.merges()
                .forEach(it -> text.line(
                        "  %s was merged into %s by %s on %s%s",
                        it.contact(),
                        it.into(),
                        it.status().equals("ASSERTED") ? it.actor() : "the rule " + it.rule(),
                        it.decidedAt().toLocalDate(),
                        it.reason() == null ? "" : ": " + it.reason()));
        about.points()
                .forEach(it -> text.line(
                        "  %-6s %s%s%s%s",
                        it.type().toLowerCase(Locale.ROOT),
                        it.raw(),
                        it.origin().equals("CRM") ? "" : ", learned from a linked profile",
                        it.others() == 0 ? "" : ", also on " + it.others() + " other contacts",
                        it.shared() == null ? "" : ", known as " + it.shared()));
        about.participants()
                .forEach(it -> text.line(
                        "  participant %d, %s, %d messages: %s on %s",
                        it.participant(),
                        it.shown(),
                        it.messages(),
                        it.status().equals("ASSERTED") ? "linked by " + it.actor() : "by the rule " + it.rule(),
                        it.decidedAt().toLocalDate()));
        if (about.participants().isEmpty()) {
            text.line("  Nobody is linked to it.");
        }
        if (about.moved() > 0) {
            text.line("  %d messages were moved here by hand.", about.moved());
        }
        return text.text.toString().stripTrailing();
    }

    private void line(String format, Object... values) {
        text.append(String.format(format, values)).append(System.lineSeparator());
    }
}
