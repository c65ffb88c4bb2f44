package dev.tributary.generate;

/**
 * How much is made up.
 *
 * @param interactions messages in all, without the copies that further systems have of them
 * @param people who write them, each on one to three channels
 * @param contacts how many of the people the CRM knows
 * @param seed the same seed gives the same files
 */
public record Plan(int interactions, int people, int contacts, long seed) {

    public Plan {
        if (interactions < 1 || people < 1 || contacts < 0 || contacts > people) {
            throw new IllegalArgumentException(
                    "there must be at least one interaction and one person, and no more contacts than people");
        }
        if (people > Numbers.MOST) {
            throw new IllegalArgumentException("there are numbers for " + Numbers.MOST + " people at most");
        }
    }
}
