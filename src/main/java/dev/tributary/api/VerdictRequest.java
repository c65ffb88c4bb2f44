package dev.tributary.api;

import dev.tributary.casework.Answer;
import dev.tributary.casework.CaseAnswer;
import dev.tributary.interaction.SharedKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a program answers to a case, in the name of the person or client that it signs in as. */
record VerdictRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Answer answer,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Of the case as it was read",
                example = "5f3a9c01d2e4")
        @Nullable
        String stamp,

        @Schema(
                description =
                        "The CRM's id. Left out: the only contact that is proposed for SAME_PERSON, all of them for"
                                + " DIFFERENT_PEOPLE",
                example = "C101")
        @Nullable
        String contact,

        @Schema(description = "Which are shared. Left out: all on which the proposed contacts rest") @Nullable
        List<CaseDetail.Key> identifiers,

        @Schema(description = "As what they are shared. Left out: what the registry knows, else HOUSEHOLD") @Nullable
        SharedKind kind,

        @Nullable String comment) {

    /** @throws BadParameter where answer or stamp is missing */
    CaseAnswer to(long caseId) {
        if (answer == null) {
            throw new BadParameter(
                    "answer", "'answer' must be one of SAME_PERSON, DIFFERENT_PEOPLE, SHARED_IDENTIFIER and NOT_SURE");
        }
        if (stamp == null || stamp.isBlank()) {
            throw new BadParameter("stamp", "'stamp' is missing; send the one of the case as you read it");
        }
        return new CaseAnswer(
                caseId,
                stamp,
                answer,
                contact,
                identifiers == null
                        ? List.of()
                        : identifiers.stream().map(CaseDetail.Key::key).toList(),
                kind,
                comment);
    }
}
