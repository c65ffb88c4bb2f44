package dev.tributary.casework;

import dev.tributary.review.By;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is followed.
 *
 * @param contact that was named; null where none was
 * @param refused the contacts that the participant is not
 * @param shared the identifiers that tell no single person
 * @param settles whether the case leaves the queue
 */
record Ruling(
        Case of,
        CaseAnswer answer,
        @Nullable ProposedContact contact,
        List<ProposedContact> refused,
        List<IdentifierKey> shared,
        boolean settles,
        By by) {}
