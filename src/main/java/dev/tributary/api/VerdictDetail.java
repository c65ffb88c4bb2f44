package dev.tributary.api;

import dev.tributary.casework.Answer;
import dev.tributary.casework.Verdict;
import dev.tributary.interaction.SharedKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A verdict that stands, as programs read it. */
record VerdictDetail(
        long id,
        Answer answer,
        @Nullable String contact,
        List<CaseDetail.Key> identifiers,
        @Nullable SharedKind kind,
        @Nullable String comment,
        String actor,
        Instant decidedAt) {

    static VerdictDetail of(Verdict it) {
        return new VerdictDetail(
                it.id(),
                it.answer(),
                it.contact(),
                it.identifiers().stream().map(CaseDetail.Key::of).toList(),
                it.kind(),
                it.comment(),
                it.actor(),
                it.decidedAt().toInstant(ZoneOffset.UTC));
    }
}
