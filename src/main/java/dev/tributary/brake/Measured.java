package dev.tributary.brake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run did to the links, together with those before it that are not published.
 *
 * @param linksBefore links that stand, without the new ones
 * @param newLinks links that a rule made
 * @param riskiest the contacts that grew, those with the most participants first; a few of them
 * @param now where the participants stand
 * @param before where they stood after the last run that was published; null where nobody measured it
 */
record Measured(
        long linksBefore,
        long newLinks,
        List<Grown> riskiest,
        Rate now,
        @Nullable Rate before) {

    /** A contact that got new links. */
    record Grown(long contact, String externalId, long participants, long newLinks) {}

    /** How many participants there are, and how many of them are on a contact. */
    record Rate(long participants, long linked) {

        double percent() {
            return participants == 0 ? 0 : 100.0 * linked / participants;
        }
    }

    /** The most participants of a contact that grew. */
    long largestCluster() {
        return riskiest.stream().mapToLong(Grown::participants).max().orElse(0);
    }

    double newLinksShare() {
        return 100.0 * newLinks / Math.max(1, linksBefore);
    }

    /** In percentage points; negative where the rate rose. */
    double matchRateDrop() {
        return before == null ? 0 : before.percent() - now.percent();
    }
}
