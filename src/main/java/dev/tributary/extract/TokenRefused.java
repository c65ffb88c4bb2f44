package dev.tributary.extract;

import dev.tributary.run.FailureCode;

/** The source does not take our credentials; an access token may have expired. */
final class TokenRefused extends SourceFailed {

    /** @param sign by which the source says so: a status, or a short code of its own */
    TokenRefused(PageWalk walk, String sign) {
        super(
                FailureCode.UNAUTHORIZED,
                walk.where() + " refuses our credentials (" + sign
                        + "); renew what extract.auth names, and see what it may read.");
    }
}
