package dev.tributary.console;

import dev.tributary.definition.ContactField;
import dev.tributary.identity.AboutParticipant.Against;
import dev.tributary.identity.AboutParticipant.Known;
import dev.tributary.report.Evidence;
import dev.tributary.report.Words;
import dev.tributary.review.Past;
import java.util.List;
import java.util.Locale;

/** What stands in the tables, as people say it. {@code ${@fieldWords…}} in the pages. Thread-safe. */
final class FieldWords {

    /** Such as {@code Birth date}. */
    public String of(ContactField field) {
        String word = plain(field.name());
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** The kind of an identifier: {@code e-mail}. */
    public String type(String type) {
        return Evidence.type(type);
    }

    /** Such as {@code role mailbox} for {@code ROLE_MAILBOX}. */
    public String plain(String code) {
        return code.replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** Each piece of evidence of a link; empty where there is none but a person's word. */
    public List<String> evidence(String json) {
        return Evidence.inWords(json).lines().toList();
    }

    /** Why somebody is on no contact, and what would help. */
    public String reason(String code) {
        return Words.meaning(code) + ". What would help: " + Words.cure(code);
    }

    /** What an identifier is worth, and who carries it. */
    public String worth(Known it) {
        String worth = it.usable() ? Evidence.grade(it.grade().name()) : ", not valid";
        String carried = it.holders() == 0
                ? ", on no contact"
                : it.holders() == 1 ? ", only on " + it.contacts().get(0) : ", on " + it.holders() + " contacts";
        return (worth + carried + (it.shared() == null ? "" : ", shared: " + plain(it.shared()))).substring(2);
    }

    /** How a participant fits a contact. */
    public String fit(Against it) {
        if (it.never()) {
            return "a person or the rules say that it is not this contact";
        }
        return switch (it.fit()) {
            case "MATCH" -> "fits by the rule " + it.rule();
            case "POSSIBLE" -> "may fit by the rule " + it.rule();
            case "STOPPED" -> "the rule " + it.rule() + " is stopped by an exception";
            default -> "no rule is met";
        };
    }

    /** What was decided. */
    public String deed(Past it) {
        return switch (it.deed()) {
            case LINKED -> "linked " + it.who();
            case UNLINKED -> "took " + it.who() + " off";
            case MERGED -> "merged " + it.who() + " into it";
            case UNMERGED -> "took " + it.who() + " apart again";
            case MOVED_HERE -> "put message " + it.number() + " here";
            case MOVED_BACK -> "put message " + it.number() + " back";
        };
    }
}
