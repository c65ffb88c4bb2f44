package dev.tributary.extract;

import dev.tributary.definition.SftpExtract;
import dev.tributary.run.FailureCode;
import java.io.Closeable;
import java.io.IOException;
import java.net.SocketAddress;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.jspecify.annotations.Nullable;

/** The connection of one run to one server, made when it is needed and made again where it broke. Not thread-safe. */
final class SftpConnection implements Closeable {

    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration LOGIN = Duration.ofSeconds(30);

    private final SshClient ssh;
    private final SftpExtract sftp;
    private final String host;
    private final String user;
    private final List<PublicKey> known;
    private @Nullable ClientSession session;
    private @Nullable SftpClient client;
    private volatile @Nullable PublicKey stranger;
    private @Nullable SourceFailed refusal;

    SftpConnection(SshClient ssh, SftpExtract sftp, String host, String user, List<PublicKey> known) {
        this.ssh = ssh;
        this.sftp = sftp;
        this.host = host;
        this.user = user;
        this.known = known;
        ssh.setServerKeyVerifier(this::isKnown);
        ssh.start();
    }

    /** The server as the definition writes it. */
    String where() {
        return "sftp://" + sftp.host() + ":" + sftp.port();
    }

    /** @throws SourceFailed where the server cannot be reached, is not the one we know, or does not let us in */
    SftpClient client() {
        if (refusal != null) {
            throw refusal;
        }
        if (client == null || !client.isOpen()) {
            try {
                client = connected();
            } catch (SourceFailed failed) {
                refusal = failed;
                throw failed;
            }
        }
        return client;
    }

    /** Whether it answered whenever we connected. */
    boolean answers() {
        return refusal == null;
    }

    SourceFailed unreachable() {
        return new SourceFailed(
                FailureCode.UNREACHABLE,
                where() + " breaks off; the next run asks again, and nothing that landed is fetched twice.");
    }

    @Override
    public void close() throws IOException {
        try {
            if (session != null) {
                session.close();
            }
        } finally {
            ssh.stop();
        }
    }

    private SftpClient connected() {
        ClientSession fresh = session();
        session = fresh;
        try {
            fresh.auth().verify(LOGIN);
        } catch (IOException refused) {
            throw notLetIn(refused);
        }
        try {
            return SftpClientFactory.instance().createSftpClient(fresh);
        } catch (IOException refused) {
            throw new SourceFailed(
                    FailureCode.UNEXPECTED_ANSWER,
                    where() + " lets us in, but offers no SFTP; ask whoever runs it to allow it for our user.");
        }
    }

    private ClientSession session() {
        try {
            return ssh.connect(user, host, sftp.port()).verify(CONNECT).getSession();
        } catch (IOException noAnswer) {
            throw cannotConnect();
        }
    }

    private SourceFailed cannotConnect() {
        return new SourceFailed(
                FailureCode.UNREACHABLE,
                where() + " takes no connection, or its host is not known; the next run asks again.");
    }

    private SourceFailed notLetIn(IOException why) {
        PublicKey shown = stranger;
        if (shown != null) {
            return new SourceFailed(
                    FailureCode.UNEXPECTED_ANSWER,
                    where() + " shows another host key than the one we know: " + KeyUtils.getKeyType(shown) + " "
                            + KeyUtils.getFingerPrint(shown)
                            + ". No password was sent. Ask whoever runs the server; if the key was changed, mend"
                            + " knownHosts or hostKey, otherwise somebody stands in between.");
        }
        return why instanceof SshException ssh
                        && ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE
                ? new SourceFailed(
                        FailureCode.UNAUTHORIZED,
                        where() + " does not let our user in; see whether extract.user and extract.auth are right.")
                : cannotConnect();
    }

    private boolean isKnown(ClientSession asking, SocketAddress address, PublicKey shown) {
        boolean isKnown = known.stream().anyMatch(key -> KeyUtils.compareKeys(key, shown));
        if (!isKnown) {
            stranger = shown;
        }
        return isKnown;
    }
}
