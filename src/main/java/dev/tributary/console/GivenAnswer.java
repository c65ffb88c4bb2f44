package dev.tributary.console;

import dev.tributary.casework.Answer;
import dev.tributary.casework.Case;
import dev.tributary.casework.CaseAnswer;
import dev.tributary.casework.IdentifierKey;
import dev.tributary.interaction.SharedKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a case sends.
 *
 * @param answer null where {@code refuse} says it
 * @param contact the CRM's id of the contact that is chosen; null where none is
 * @param identifier which of the identifiers that the case rests on are shared, counted from 0 as the case lists them
 * @param kind as what they are shared
 * @param stamp of the case as it was shown
 * @param refuse the CRM's id of the one contact that it is not; null where the answer is another
 */
public record GivenAnswer(
        @Nullable Answer answer,
        @Nullable String contact,
        @Nullable List<Integer> identifier,
        @Nullable SharedKind kind,
        @Nullable String comment,
        @Nullable String stamp,
        @Nullable String refuse) {

    boolean isNone() {
        return answer == null && refuse == null;
    }

    /** The answer to this case, without what belongs to other answers. */
    CaseAnswer to(Case shown) {
        return new CaseAnswer(
                shown.id(),
                stamp == null ? "" : stamp,
                answer == null || refuse != null ? Answer.DIFFERENT_PEOPLE : answer,
                refuse != null ? refuse : answer == Answer.SAME_PERSON ? contact : null,
                answer == Answer.SHARED_IDENTIFIER ? shared(shown) : List.of(),
                answer == Answer.SHARED_IDENTIFIER ? kind : null,
                comment);
    }

    private List<IdentifierKey> shared(Case shown) {
        List<IdentifierKey> listed = List.copyOf(shown.restsOn());
        return identifier == null
                ? List.of()
                : identifier.stream()
                        .filter(it -> it >= 0 && it < listed.size())
                        .map(listed::get)
                        .toList();
    }
}
