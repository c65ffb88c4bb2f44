package dev.tributary.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * The database against the truth.
 *
 * @param duplicates null where no truth of them is there
 */
public record Evaluation(LinkScores links, @Nullable DuplicateScores duplicates) {}
