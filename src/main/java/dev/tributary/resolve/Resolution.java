package dev.tributary.resolve;

import dev.tributary.match.Agreements;
import dev.tributary.match.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which people of a list are one.
 *
 * @param members all people, in the order of their ids
 * @param proposals pairs that a person should look at, the most likely first
 * @param figures what it took
 * @param weights that the score had: u counted on the list, and m learned where that was asked for
 */
public record Resolution(List<Member> members, List<Proposal> proposals, Figures figures, Weights weights) {

    /**
     * One person and the cluster that they are in.
     *
     * @param cluster the same for all who are one, from 1
     * @param confidence the probability of the strongest pair that holds the person in the cluster, from 0 to 1; null for one
     *     who is alone
     * @param rule the rule of that pair; null for one who is alone
     */
    public record Member(
            Person person,
            int cluster,
            @Nullable Double confidence,
            @Nullable String rule) {}

    /**
     * Two people who may be one.
     *
     * @param confidence the probability that they are, from 0 to 1
     * @param rule that applies to them
     * @param refused why a MATCH is only proposed: it would have joined groups that contradict each other, or too many; null
     *     for a POSSIBLE_MATCH
     * @param agreements how far they agree
     */
    public record Proposal(
            Person one,
            Person other,
            double confidence,
            String rule,
            @Nullable Refusal refused,
            Agreements agreements) {}

    /** Why two people whose pair is a MATCH are not in one cluster. */
    public enum Refusal {
        /** It would have more members than a cluster may have. */
        TOO_MANY,
        /** Half of all pairs of the two groups or more contradict each other, or the list {@code never} names one. */
        CONTRADICTION,
        /** All pairs of the two groups together speak against it. */
        WEAK_BRIDGE
    }

    /**
     * @param people how many there are
     * @param compared pairs
     * @param clusters of two and more people
     * @param duplicates people that would be fewer if each cluster were one
     * @param blocksLeftOut blocks of people with a key in common that were too large to be compared; 0 in most lists
     */
    public record Figures(int people, long compared, int clusters, int duplicates, int blocksLeftOut) {}
}
