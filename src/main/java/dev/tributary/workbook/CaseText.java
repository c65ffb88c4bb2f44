package dev.tributary.workbook;

import dev.tributary.casework.Case;
import dev.tributary.casework.CaseParticipant;
import dev.tributary.casework.ContactPoint;
import dev.tributary.casework.IdentifierKey;
import dev.tributary.casework.KnownIdentifier;
import dev.tributary.casework.ProposedContact;
import dev.tributary.casework.SampleMessage;
import dev.tributary.casework.Verdict;
import dev.tributary.match.Agreement;
import dev.tributary.report.Evidence;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a case shows, as the cells of its row say it. */
final class CaseText {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private CaseText() {}

    static String person(CaseParticipant it) {
        String channel = it.channel() + (it.account().isEmpty() ? "" : " (" + it.account() + ")");
        return lines(Stream.of(channel, it.name(), it.handle(), it.url()).filter(Objects::nonNull));
    }

    /** What points to contacts comes first. */
    static String known(CaseParticipant participant) {
        return participant.identifiers().isEmpty()
                ? "Neither address nor number"
                : lines(participant.identifiers().stream()
                        .sorted(Comparator.comparing((KnownIdentifier it) -> it.contacts() == 0))
                        .map(CaseText::known));
    }

    private static String known(KnownIdentifier it) {
        List<String> about = new ArrayList<>();
        if (!it.raw().equals(it.key().value())) {
            about.add("written " + it.raw());
        }
        about.add(Evidence.grade(it.grade().name()).replaceFirst("^, ", ""));
        about.add(it.contacts() == 0 ? "on no contact" : count(it.contacts(), "on 1 contact", "on %d contacts"));
        about.add(
                it.others() == 0
                        ? "nobody else has it"
                        : count(it.others(), "1 other participant has it", "%d other participants have it"));
        if (it.shared() != null) {
            about.add("shared: " + Choices.word(it.shared()));
        }
        if (!it.usable()) {
            about.add("not valid");
        }
        return named(it.key()) + "\n   " + String.join("; ", about);
    }

    private static String count(long count, String one, String many) {
        return count == 1 ? one : String.format(Locale.ROOT, many, count);
    }

    static String proposed(List<ProposedContact> contacts) {
        return contacts.isEmpty() ? "None any more" : lines(contacts.stream().map(CaseText::proposed));
    }

    private static String proposed(ProposedContact it) {
        String likely = String.format(Locale.ROOT, " (%.0f %%)", 100 * it.likelihood());
        List<String> more = new ArrayList<>();
        Stream.of(it.company(), it.address().inOneLine())
                .filter(text -> text != null && !text.isEmpty())
                .forEach(more::add);
        if (it.linked()) {
            more.add("linked now");
        }
        return it.contact() + " " + it.name() + likely + (more.isEmpty() ? "" : "\n   " + String.join(", ", more));
    }

    static String agrees(List<ProposedContact> contacts) {
        return each(contacts, it -> {
            List<String> agreeing = new ArrayList<>();
            if (it.names().isAlike()) {
                agreeing.add(it.names() == Agreement.SAME ? "name" : "name, nearly");
            }
            it.points().stream()
                    .filter(point -> point.agreement().isAlike())
                    .forEach(point -> agreeing.add(spelled(point)));
            return agreeing;
        });
    }

    private static String spelled(ContactPoint point) {
        return named(point.key())
                + (point.raw().equals(point.key().value()) ? "" : " (" + point.raw() + ")")
                + (point.agreement() == Agreement.SAME ? "" : ", another spelling");
    }

    static String differs(List<ProposedContact> contacts) {
        return each(contacts, it -> {
            List<String> differing = new ArrayList<>();
            if (it.names() == Agreement.DIFFERENT) {
                differing.add("name");
            }
            it.points().stream()
                    .filter(point -> point.agreement() == Agreement.DIFFERENT)
                    .forEach(point -> differing.add(named(point.key())));
            return differing;
        });
    }

    private static String each(List<ProposedContact> contacts, Function<ProposedContact, List<String>> what) {
        return lines(contacts.stream()
                .map(it -> it.contact() + ": " + (what.apply(it).isEmpty() ? "–" : String.join("; ", what.apply(it)))));
    }

    static String messages(List<SampleMessage> samples) {
        return lines(samples.stream()
                .map(it -> minute(it.at()) + ("OUTBOUND".equals(it.direction()) ? ", from us: " : ": ") + it.shown()));
    }

    static String before(Case shown) {
        return lines(shown.verdicts().stream().map(CaseText::said));
    }

    private static String said(Verdict it) {
        return Choices.word(it.answer()) + (it.contact() == null ? "" : " " + it.contact()) + ", " + it.actor() + ", "
                + it.decidedAt().toLocalDate() + (it.comment() == null ? "" : ": " + it.comment());
    }

    private static String minute(LocalDateTime at) {
        return MINUTE.format(at);
    }

    private static String named(IdentifierKey key) {
        return Evidence.type(key.type().name()) + " " + key.value();
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }
}
