package dev.tributary.report;

import java.util.Arrays;

/**
 * What the codes in the tables mean, and what mends them, in the words of the people who read the report: reasons of the
 * identity step and every {@link dev.tributary.run.FailureCode}.
 */
public enum Words {
    // why a participant is on no contact
    NO_IDENTIFIER(
            "The channel tells nothing but the profile",
            "An e-mail address, a phone number or an id in a later message; or a person links the profile by hand."),
    NOT_IN_CRM(
            "No contact has any of these identifiers",
            "Add the e-mail address or phone number to the contact in the CRM, or create the contact."),
    ONLY_DECLARED(
            "Only the person's own word speaks for a contact",
            "A message from that very address or number, or a person who confirms it."),
    ONLY_BLOCKED(
            "Only values that never identify anyone: no-reply, dummy or our own",
            "Any identifier of the person's own."),
    INVALID_IDENTIFIER(
            "The identifiers are no valid address or number",
            "Correct the address or number in the source system; the next run reads it again."),
    REJECTED(
            "The run that linked them was rejected",
            "Mend what linked them wrongly, or decide by hand; the next run looks at them again."),
    NEVER_MATCH(
            "A person or the rules' file said that it is not this contact",
            "Link the profile by hand, or take the pair off the list."),
    SAID_TO_BE_SHARED(
            "A person said that the identifier is shared, and tells no single person",
            "An identifier of the person's own; or link the profile by hand, or take the verdict back."),
    NO_RULE(
            "A contact has the identifier, and no rule is met by it",
            "Look at match-rules.yaml: a rule may ask for a name beside it."),
    // why a person must decide
    AMBIGUOUS_IDENTIFIER(
            "One identifier is on two contacts", "Decide which contact it is, or merge the two contacts in the CRM."),
    SHARED_IDENTIFIER(
            "An identifier is shared, such as a switchboard, a role's mailbox or a family's address",
            "Decide which contact it is; or name the contact that stands for it: tributary identifiers share."),
    CHANGED_HANDS(
            "An identifier was shared for a part of the time in which it was used",
            "Decide whose the messages are; those of before and after may be two people's."),
    EXCEPTION(
            "The identifier is on one contact, and the names contradict it",
            "Decide whether both names are one person's; if not, the identifier is shared, or has a new owner."),
    POSSIBLE_MATCH("A rule points to a contact and leaves it to a person", "Decide whether it is this contact."),
    SIMILAR_IDENTIFIER(
            "A contact has what may be another spelling, such as an address without the +tag or a number without its"
                    + " country code",
            "Decide whether it is this contact, and add the spelling to it in the CRM."),
    CAP(
            "The contact would get more profiles than one person has",
            "Decide which of them are the person; what they share may be a company's: tributary identifiers share."),
    CONFLICTING_IDENTIFIERS(
            "The identifiers point to different contacts",
            "Decide which contact it is, and correct the identifier that is out of date."),
    CONTRADICTS_LINK(
            "New evidence points to another contact than the link that stands",
            "Confirm the link, or retract it and link the other contact."),
    EVIDENCE_GONE("What the link rested on is no longer there", "Confirm the link as a person, or retract it."),
    // why two messages may be one
    SAME_WORDS_SAME_AUTHOR(
            "The same words by the same author, within ten minutes",
            "Let the mapping give the id of the channel itself, and both become one."),
    SAME_WORDS_OF_OURS(
            "The same words of ours, within ten minutes",
            "Let the mapping give the id of the channel itself, and both become one."),
    // what went wrong with a record or a source
    UNREADABLE("Does not follow its own format", "Ask for the file again, then replay the quarantine."),
    TOO_LARGE("Larger or deeper than the limits allow", "Have it delivered in smaller parts, or raise the limit."),
    NOT_MAPPED("The mapping failed", "Correct the mapping for this payload, then replay the quarantine."),
    MAPPING_TOO_SLOW("The mapping took longer than it may", "Simplify the mapping, then replay the quarantine."),
    INVALID_RECORD(
            "The mapping returned no canonical record",
            "Correct the field the message names, then replay the quarantine."),
    UNREACHABLE(
            "The source could not be reached, or broke off",
            "Look at the network and the source's own status page; the next run goes on where this one ended."),
    RATE_LIMITED(
            "The source asks to slow down",
            "Nothing is lost: the next run goes on. Lower the rate if it happens often."),
    UNAUTHORIZED(
            "The source refuses our credentials", "Renew the token or password in the environment, then sync again."),
    UNEXPECTED_ANSWER(
            "The source refuses the request", "Compare the source's definition with its current documentation."),
    CURSOR_REPEATS("The source announced the same page twice", "Look at the page and cursor settings of the source."),
    BUSY("Somebody else reads the source", "Wait: what the other process lands comes in with the next run."),
    BUDGET_USED_UP(
            "The requests of one run are used up",
            "The rest follows in the next run; raise the budget if it must be sooner."),
    SECRET_MISSING("A secret is not in the environment", "Set the variable that the message names, then sync again."),
    FILE_UNAVAILABLE(
            "The folder or file cannot be read",
            "Look at the path and its permissions, and whether the export was delivered."),
    UNEXPECTED("Something nobody foresaw", "Look at the log of this run; report it if it happens again.");

    private final String meaning;
    private final String cure;

    Words(String meaning, String cure) {
        this.meaning = meaning;
        this.cure = cure;
    }

    /** What the code means; a code without words, in small letters. */
    public static String meaning(String code) {
        return Arrays.stream(values())
                .filter(words -> words.name().equals(code))
                .map(words -> words.meaning)
                .findFirst()
                .orElseGet(() -> Plain.type(code));
    }

    /** What mends it; empty for a code without words. */
    public static String cure(String code) {
        return Arrays.stream(values())
                .filter(words -> words.name().equals(code))
                .map(words -> words.cure)
                .findFirst()
                .orElse("");
    }
}
