package dev.tributary.definition;

import dev.tributary.interaction.EmailAddress;
import dev.tributary.run.RunState;
import java.net.URI;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads {@code notify} of a job. */
final class NotifyReader {

    private static final List<String> STATES = List.of("failed", "held", "partial", "stopped", "completed");
    private static final String ADDRESS = "night@example.org";

    private NotifyReader() {}

    static Notify read(Section notify) {
        Notify.Mail mail = notify.section("mail").map(NotifyReader::mail).orElse(null);
        Notify.Webhook webhook =
                notify.section("webhook").map(NotifyReader::webhook).orElse(null);
        LocalTime by = notify.parsed("by", "\"06:30\"", LocalTime::parse, "write hour and minute in quotes: \"06:30\"")
                .orElse(null);
        String heartbeat = notify.has("heartbeat") ? address(notify, "heartbeat") : null;
        notify.refuseOthers();
        if (mail == null && webhook == null && heartbeat == null) {
            notify.problem("", "tells nobody", "write mail: { to: [" + ADDRESS + "] }, or webhook or heartbeat");
        } else if (by != null && mail == null && webhook == null) {
            notify.problem("by", "tells nobody of a night that is late", "write mail or webhook beside it");
        }
        return new Notify(mail, webhook, by, heartbeat);
    }

    private static Notify.Mail mail(Section mail) {
        List<String> to = mail.texts("to");
        if (to.isEmpty()) {
            mail.problem("to", "names nobody", "write to: [" + ADDRESS + "]");
        }
        to.forEach(it -> check(mail, "to", it));
        String from = mail.optional("from", ADDRESS).orElse(null);
        if (from != null) {
            check(mail, "from", from);
        }
        Set<RunState> on = on(mail);
        mail.refuseOthers();
        return new Notify.Mail(to, from, on);
    }

    private static void check(Section mail, String key, String address) {
        if (Placeholders.filled(address).equals(address)
                && EmailAddress.parse(address).isEmpty()) {
            mail.problem(key, "'" + address + "' is no e-mail address", "write one such as " + ADDRESS);
        }
    }

    private static Notify.Webhook webhook(Section webhook) {
        String url = address(webhook, "url");
        Set<RunState> on = on(webhook);
        webhook.refuseOthers();
        return new Notify.Webhook(url, on);
    }

    /** Whoever knows such an address may use it. */
    private static String address(Section section, String key) {
        String url = Placeholders.secret(section, key);
        try {
            URI.create(Placeholders.filled(url));
        } catch (IllegalArgumentException wrong) {
            section.problem(key, "is no address", "write \"${NAME}\", or https://host/${NAME}");
        }
        return url;
    }

    private static Set<RunState> on(Section section) {
        if (!section.has("on")) {
            return Notify.STANDARD;
        }
        List<RunState> on = new ArrayList<>();
        for (String word : section.texts("on")) {
            if (STATES.contains(word)) {
                on.add(RunState.valueOf(word.toUpperCase(Locale.ROOT)));
            } else {
                section.problem("on", "'" + word + "' is not known", Spelling.cure(word, STATES));
            }
        }
        if (on.isEmpty()) {
            section.problem("on", "names no state", "write on: [failed, held], or leave it out");
            return Notify.STANDARD;
        }
        return EnumSet.copyOf(on);
    }
}
