package dev.tributary.cli;

import dev.tributary.identity.AboutParticipant;
import dev.tributary.identity.AboutParticipant.Against;
import dev.tributary.identity.AboutParticipant.Known;
import dev.tributary.identity.AboutParticipant.Link;
import dev.tributary.identity.AboutParticipant.Need;
import dev.tributary.identity.AboutParticipant.Rule;
import dev.tributary.match.Agreement;
import dev.tributary.report.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a participant is where it is, in lines for a terminal. */
final class ParticipantText {

    private final StringBuilder text = new StringBuilder();
    private final AboutParticipant about;

    private ParticipantText(AboutParticipant about) {
        this.about = about;
    }

    static String of(AboutParticipant about) {
        ParticipantText text = new ParticipantText(about);
        text.who();
        text.identifiers();
        text.decision();
        text.contacts();
        return text.text.toString().stripTrailing();
    }

    private void line(String format, Object... values) {
        text.append(String.format(format, values)).append(System.lineSeparator());
    }

    private void who() {
        line(
                "Participant %d: %s %s%s%s",
                about.participant(),
                about.channel(),
                about.handle() == null ? about.nativeId() : about.handle(),
                about.name() == null ? "" : ", " + about.name(),
                about.account().isEmpty() ? "" : ", on the account " + about.account());
    }

    private void identifiers() {
        for (Known it : about.identifiers()) {
            line(
                    "  %-6s %s%s, %s: %s",
                    it.type().name().toLowerCase(Locale.ROOT),
                    it.raw(),
                    it.raw().equals(it.value()) ? "" : " = " + it.value(),
                    it.usable() ? it.grade().name() : "not valid",
                    carriers(it));
        }
    }

    private static String carriers(Known it) {
        String carried = it.holders() == 0
                ? "no contact has it"
                : it.holders() == 1
                        ? "only contact " + it.contacts().get(0) + " has it"
                        : it.holders() + " contacts have it: " + list(it.contacts(), it.holders());
        return carried
                + (it.near().isEmpty() ? "" : "; another spelling is on " + String.join(", ", it.near()))
                + (it.shared() == null ? "" : "; known as " + it.shared());
    }

    private static String list(List<String> first, int all) {
        return String.join(", ", first) + (first.size() < all ? ", …" : "");
    }

    private void decision() {
        if (about.ours()) {
            line("  It speaks for our company, and is no contact's.");
        }
        Link link = about.link();
        if (link != null) {
            line("  Linked to contact %s", linked(link));
        } else if (about.reason() != null) {
            line("  %s: %s", outcome(about.outcome()), Words.meaning(about.reason()));
            line("  What would help: %s", Words.cure(about.reason()));
        } else if (!about.ours()) {
            line("  No run has decided yet: the next one does.");
        }
        for (Link it : about.past()) {
            line(
                    "  Was linked to contact %s; taken back by %s on %s%s",
                    linked(it),
                    it.retractedBy(),
                    it.retractedAt() == null ? "" : it.retractedAt().toLocalDate(),
                    it.retractedFor() == null ? "" : ": " + it.retractedFor());
        }
        about.never()
                .forEach(it -> line(
                        "  Never contact %s: %s said so on %s%s",
                        it.contact(),
                        it.actor(),
                        it.decidedAt().toLocalDate(),
                        it.reason() == null ? "" : ": " + it.reason()));
    }

    private static String outcome(@Nullable String outcome) {
        return "REVIEW".equals(outcome) ? "Not linked, a person is to decide" : "Not linked";
    }

    private static String linked(Link it) {
        return it.contact()
                + (it.survivor().equals(it.contact()) ? "" : " (now " + it.survivor() + ")")
                + (it.run() == null ? " by " + it.actor() : " in run " + it.run() + " by the rule " + it.rule())
                + " on " + it.decidedAt().toLocalDate()
                + (it.reason() == null ? "" : ": " + it.reason());
    }

    private void contacts() {
        if (about.nearest() && !about.contacts().isEmpty()) {
            line("  The nearest contacts:");
        } else if (about.nearest() && !about.ours()) {
            line("  No contact looks alike.");
        }
        for (Against it : about.contacts()) {
            line(
                    "  Against contact %s (%s): %s%s",
                    it.contact(),
                    it.name(),
                    it.never() ? "never" : fit(it),
                    it.agreements().isEmpty() ? "" : "; " + agreements(it));
            rules(it.rules());
        }
    }

    private static String fit(Against it) {
        return switch (it.fit()) {
            case "MATCH" -> "MATCH by " + it.rule();
            case "POSSIBLE" -> "POSSIBLE_MATCH by " + it.rule();
            case "STOPPED" -> it.rule() + " is stopped by an exception";
            default -> "no rule is met";
        };
    }

    private static String agreements(Against it) {
        return it.agreements().entrySet().stream()
                .map(of -> of.getKey().word() + " " + of.getValue().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private void rules(List<Rule> rules) {
        rules.stream().filter(it -> !asksInVain(it)).forEach(this::rule);
        List<Rule> inVain = rules.stream().filter(ParticipantText::asksInVain).toList();
        if (!inVain.isEmpty()) {
            line(
                    "    asked for what the profile does not show: %s",
                    inVain.stream().map(Rule::rule).collect(Collectors.joining(", ")));
        }
    }

    private static boolean asksInVain(Rule rule) {
        return !rule.stopped()
                && rule.needs().stream().anyMatch(it -> it.theirs().isEmpty());
    }

    private void rule(Rule rule) {
        if (rule.needs().isEmpty()) {
            line("    %-24s applies: %s", rule.rule(), rule.then());
        } else {
            line(
                    "    %-24s %s %s",
                    rule.rule(),
                    rule.stopped() ? "is stopped, for" : "would need",
                    rule.needs().stream().map(it -> need(it, rule.stopped())).collect(Collectors.joining(" and ")));
        }
    }

    private static String need(Need need, boolean holds) {
        String field = need.field().word();
        String found = need.found() == Agreement.UNKNOWN
                ? "unknown"
                : need.found().name().toLowerCase(Locale.ROOT);
        if (holds) {
            return field + " is " + found + values(need);
        }
        String wanted = field + " "
                + need.allowed().stream()
                        .sorted()
                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" or "));
        if (need.contacts().isEmpty()) {
            return wanted + ", and the contact has none";
        }
        if (need.allowed().contains(need.found())) {
            return wanted + " and nobody else who has it, or who only says so" + values(need);
        }
        return wanted + ", which " + (need.found() == Agreement.UNKNOWN ? "cannot be told" : "is " + found)
                + values(need);
    }

    private static String values(Need need) {
        return " (" + shown(need.theirs()) + " / " + shown(need.contacts()) + ")";
    }

    private static String shown(List<String> values) {
        return values.isEmpty() ? "-" : String.join(", ", values);
    }
}
