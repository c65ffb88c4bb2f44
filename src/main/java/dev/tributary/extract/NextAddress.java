package dev.tributary.extract;

import dev.tributary.run.FailureCode;
import java.net.URI;
import java.util.Objects;

/**
 * Where a link leads that a source gave. Only to the host that was asked: another must not see our credentials.
 *
 * @param where the address as the definition writes it, for messages
 * @param key of the definition that found the link
 */
record NextAddress(String where, String key) {

    /** @throws SourceFailed where the link is no URL, or leads to another host */
    URI resolved(URI from, String link) {
        try {
            // URI.resolve follows an RFC of 1998 and drops the last part of the path here
            URI address = link.startsWith("?") ? from.resolve(from.getRawPath() + link) : from.resolve(link);
            if (sameHost(from, address) && address.getRawUserInfo() == null) {
                return address;
            }
        } catch (IllegalArgumentException broken) {
            throw refused("something that is no URL");
        }
        throw refused("another host, which must not see our credentials");
    }

    private SourceFailed refused(String what) {
        return new SourceFailed(
                FailureCode.UNEXPECTED_ANSWER,
                where + " names as the next page " + what + "; see whether " + key + " fits.");
    }

    private static boolean sameHost(URI one, URI other) {
        return Objects.equals(one.getScheme(), other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort();
    }
}
