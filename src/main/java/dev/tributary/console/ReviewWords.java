package dev.tributary.console;

import dev.tributary.casework.Case;
import dev.tributary.casework.IdentifierKey;
import dev.tributary.casework.KnownIdentifier;
import dev.tributary.casework.ProposedContact;
import dev.tributary.casework.Verdict;
import dev.tributary.interaction.SharedKind;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the review pages say of verdicts and identifiers. Holds nothing; thread-safe. */
final class ReviewWords {

    /** What a verdict says, with the names of those it is about. */
    public String sentence(Case about, Verdict verdict) {
        String who = about.participant().shown();
        return switch (verdict.answer()) {
            case SAME_PERSON -> "Linked " + who + " to " + name(about, verdict.contact()) + ".";
            case DIFFERENT_PEOPLE ->
                verdict.contact() == null
                        ? who + " is none of the proposed contacts."
                        : who + " is not " + name(about, verdict.contact()) + ".";
            case SHARED_IDENTIFIER ->
                verdict.identifiers().stream().map(IdentifierKey::value).collect(Collectors.joining(" and "))
                        + (verdict.identifiers().size() == 1 ? " is " : " are ")
                        + (verdict.kind() == null ? "shared" : of(verdict.kind()))
                        + ".";
            case NOT_SURE -> "Nobody is sure who " + who + " is: the case waits at the end of the queue.";
        };
    }

    /** How a kind of sharing is called in a sentence, such as {@code a household's}. */
    public String of(SharedKind kind) {
        return switch (kind) {
            case HOUSEHOLD -> "a household's";
            case COMPANY_LINE -> "a company's line";
            case ROLE_MAILBOX -> "a role's mailbox";
            case OURS -> "our own";
            case JUNK -> "nobody's: a dummy or a relay";
        };
    }

    /** Who else has it, such as {@code On 3 contacts and 2 other participants}. */
    public String carried(KnownIdentifier identifier) {
        return "On " + counted(identifier.contacts(), "contact") + " and "
                + counted(identifier.others(), "other participant");
    }

    private static String counted(long number, String what) {
        return (number == 0 ? "no" : String.valueOf(number)) + " " + what + (number == 1 ? "" : "s");
    }

    private static String name(Case about, @Nullable String contact) {
        return about.contacts().stream()
                .filter(it -> it.contact().equals(contact))
                .map(ProposedContact::name)
                .findFirst()
                .orElse("contact " + contact);
    }
}
