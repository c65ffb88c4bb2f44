package dev.tributary.doctor;

import dev.tributary.definition.FeedExtract;
import dev.tributary.definition.HttpExtract;
import dev.tributary.definition.ImapExtract;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.extract.Placeholders;
import dev.tributary.extract.SourceFailed;
import java.net.URI;
import java.util.Optional;

/** Where a server that speaks TLS from its first byte on listens. */
record HostAndPort(String host, int port) {

    private static final int HTTPS = 443;

    /** Of a source; empty where its server speaks none, or its address is not known. */
    static Optional<HostAndPort> of(SourceDefinition source, Placeholders placeholders) {
        try {
            if (source.extract() instanceof ImapExtract imap) {
                return imap.tls() == ImapExtract.Tls.ALWAYS
                        ? Optional.of(new HostAndPort(placeholders.fill(imap.host()), imap.port()))
                        : Optional.empty();
            }
            if (source.extract() instanceof HttpExtract http) {
                return of(placeholders.fill(http.call().url()));
            }
            return source.extract() instanceof FeedExtract feed
                    ? of(placeholders.fill(feed.http().call().url()))
                    : Optional.empty();
        } catch (SourceFailed missing) {
            return Optional.empty();
        }
    }

    private static Optional<HostAndPort> of(String url) {
        try {
            URI address = URI.create(url.replaceFirst("\\?.*", ""));
            return "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null
                    ? Optional.of(new HostAndPort(address.getHost(), address.getPort() < 0 ? HTTPS : address.getPort()))
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
