package dev.tributary.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** How long the certificate of a source's server holds. Nothing is sent there but the greeting of TLS. */
final class Certificate implements Look {

    private static final int PATIENCE = (int) Duration.ofSeconds(5).toMillis();

    private final HostAndPort server;
    private final SSLSocketFactory sockets;
    private final Clock clock;

    Certificate(HostAndPort server, SSLSocketFactory sockets, Clock clock) {
        this.server = server;
        this.sockets = sockets;
        this.clock = clock;
    }

    @Override
    public List<Finding> look() {
        try (SSLSocket socket = (SSLSocket) sockets.createSocket()) {
            SSLParameters checked = socket.getSSLParameters();
            checked.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(checked);
            socket.connect(new InetSocketAddress(server.host(), server.port()), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            socket.startHandshake();
            Instant end = ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getNotAfter()
                    .toInstant();
            return List.of(Expiry.of(
                    "the certificate of " + server, end, clock.instant(), "Ask whoever runs that server to renew it."));
        } catch (SSLException refused) {
            return List.of(Finding.fail(
                    "the certificate of " + server
                            + " is not trusted: expired, for another name, or of an authority unknown here",
                    "Ask whoever runs that server; where it is a company's own authority, give that to Java."));
        } catch (IOException unreachable) {
            return List.of(Finding.unknown(
                    server + " cannot be reached (" + unreachable.getClass().getSimpleName() + ")",
                    "See whether it is up, and what lies between it and us."));
        }
    }
}
