package dev.tributary.extract;

import dev.tributary.run.FailureCode;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/** Says why an answer is no feed, by its status. */
final class FeedRefusals {

    private FeedRefusals() {}

    static void refuse(FeedAnswer answered) {
        FeedWalk walk = answered.walk();
        int status = answered.answer().status();
        if (status == 200) {
            return;
        }
        if (status == 401 || status == 403) {
            throw new SourceFailed(
                    FailureCode.UNAUTHORIZED,
                    walk.where() + " refuses our credentials (" + status + "); renew what extract.auth names.");
        }
        throw new SourceFailed(FailureCode.UNEXPECTED_ANSWER, walk.where() + " " + what(answered) + ".");
    }

    private static String what(FeedAnswer answered) {
        int status = answered.answer().status();
        if (status == 410) {
            return "is gone for good (410); ask its owner for the new address, or take the source out of the job";
        }
        if (status / 100 == 3) {
            return "answers " + status + " and points to " + target(answered)
                    + "; redirects are not followed: see whether it is right, and put the final address into extract.url";
        }
        return "answers " + status + "; see whether extract.url and its params are right";
    }

    /** The host only: the rest of an address may hold a secret. */
    private static String target(FeedAnswer answered) {
        return answered.answer()
                .header("Location")
                .flatMap(location -> resolved(answered.address(), location))
                .map(target -> sameHost(answered.address(), target)
                        ? "another address of the same host"
                        : target.getScheme() + "://" + target.getHost())
                .orElse("nowhere that can be read");
    }

    private static Optional<URI> resolved(URI from, String location) {
        try {
            return Optional.of(from.resolve(location)).filter(target -> target.getHost() != null);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    static boolean sameHost(URI one, URI other) {
        return Objects.equals(one.getScheme(), other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort();
    }
}
