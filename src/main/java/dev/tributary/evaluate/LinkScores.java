package dev.tributary.evaluate;

/**
 * How right the links are.
 *
 * @param participants how many the truth tells of
 * @param unseen how many of them are not in the database
 * @param beyond links of participants that the truth does not tell of, which are in neither score
 * @param all of all who are a contact; a link of somebody who is none is found, and wrong
 * @param provable of those whom an identifier in the data proves
 * @param asked those of the provable ones who have no link, since a person was asked
 */
public record LinkScores(long participants, long unseen, long beyond, Score all, Score provable, long asked) {

    static final LinkScores NOTHING = new LinkScores(0, 0, 0, Score.NOTHING, Score.NOTHING, 0);

    LinkScores plus(LinkScores other) {
        return new LinkScores(
                participants + other.participants,
                unseen + other.unseen,
                beyond + other.beyond,
                all.plus(other.all),
                provable.plus(other.provable),
                asked + other.asked);
    }
}
