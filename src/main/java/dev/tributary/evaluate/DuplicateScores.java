package dev.tributary.evaluate;

/**
 * How right the duplicates are, by pairs of reports.
 *
 * @param proved reports that tell one id: they are one interaction
 * @param suggested reports that only the words tell: a person sees them side by side
 */
public record DuplicateScores(Score proved, Score suggested) {

    static final DuplicateScores NOTHING = new DuplicateScores(Score.NOTHING, Score.NOTHING);

    DuplicateScores plus(DuplicateScores other) {
        return new DuplicateScores(proved.plus(other.proved), suggested.plus(other.suggested));
    }
}
