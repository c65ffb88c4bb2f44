package dev.tributary.report;

import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One time that a customer waited.
 *
 * @param answeredBy null while nobody answered; then so is {@code answeredAt}
 */
record Wait(
        Waits.Message question,
        @Nullable Long answeredBy,
        @Nullable LocalDateTime answeredAt) {

    static Wait answered(Waits.Message question, Waits.Message answer) {
        return new Wait(question, answer.interaction(), answer.at());
    }

    static Wait unanswered(Waits.Message question) {
        return new Wait(question, null, null);
    }

    /** How long it took; null while nobody answered. */
    @Nullable
    Long seconds() {
        return answeredAt == null
                ? null
                : Duration.between(question.at(), answeredAt).toSeconds();
    }
}
