package dev.tributary.workbook;

import dev.tributary.casework.Answer;
import dev.tributary.interaction.SharedKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the drop-downs offer, in the words of the sheet. */
final class Choices {

    private Choices() {}

    static String[] answers() {
        return Arrays.stream(Answer.values()).map(Choices::word).toArray(String[]::new);
    }

    static String[] kinds() {
        return Arrays.stream(SharedKind.values()).map(Choices::word).toArray(String[]::new);
    }

    /** {@code same person} for SAME_PERSON. */
    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Empty where the text is none of them; case and blanks make no difference. */
    static Optional<Answer> answer(String text) {
        return Arrays.stream(Answer.values())
                .filter(it -> word(it).equals(folded(text)))
                .findFirst();
    }

    /** Empty where the text is none of them; case and blanks make no difference. */
    static Optional<SharedKind> kind(String text) {
        return Arrays.stream(SharedKind.values())
                .filter(it -> word(it).equals(folded(text)))
                .findFirst();
    }

    private static String folded(String text) {
        return text.strip().replaceAll("[\\s\\u00A0]+", " ").toLowerCase(Locale.ROOT);
    }
}
