package dev.tributary.console;

import dev.tributary.casework.Answer;
import dev.tributary.casework.CaseAnswer;
import dev.tributary.casework.IdentifierKey;
import dev.tributary.interaction.SharedKind;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the form of several cases sends.
 *
 * @param seen the cases as they were shown: the number of each, a colon, and its stamp
 * @param contact the CRM's id of the contact that all of them are
 * @param kind as what the identifier is shared
 */
public record GivenTogether(
        @Nullable Answer answer,
        @Nullable List<String> seen,
        @Nullable String contact,
        @Nullable SharedKind kind,
        @Nullable String comment) {

    private static final Pattern SEEN = Pattern.compile("\\d{1,18}:[0-9a-f]{1,64}");

    /** An answer to each of the cases; what is no case and stamp answers none. */
    List<CaseAnswer> on(IdentifierKey identifier) {
        return seen == null || answer == null
                ? List.of()
                : seen.stream()
                        .filter(it -> SEEN.matcher(it).matches())
                        .map(it -> one(it, answer, identifier))
                        .toList();
    }

    private CaseAnswer one(String shown, Answer given, IdentifierKey identifier) {
        int colon = shown.indexOf(':');
        boolean shares = given == Answer.SHARED_IDENTIFIER;
        return new CaseAnswer(
                Long.parseLong(shown.substring(0, colon)),
                shown.substring(colon + 1),
                given,
                given == Answer.SAME_PERSON ? contact : null,
                shares ? List.of(identifier) : List.of(),
                shares ? kind : null,
                comment);
    }
}
