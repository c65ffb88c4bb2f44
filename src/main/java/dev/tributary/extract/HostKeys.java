package dev.tributary.extract;

import dev.tributary.definition.SftpExtract;
import dev.tributary.definition.SftpExtract.HostKey;
import dev.tributary.definition.SftpExtract.KnownHosts;
import dev.tributary.run.FailureCode;
import dev.tributary.run.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.springframework.stereotype.Component;

/** Knows by which keys a server may prove who it is. */
@Component
class HostKeys {

    private static final String REVOKED = "revoked";

    private final Path home;

    HostKeys(Home home) {
        this.home = home.path();
    }

    /**
     * The keys that are known for a host, those revoked left out.
     *
     * @throws SourceFailed where there are none
     */
    List<PublicKey> of(SftpExtract sftp, String host) {
        try {
            return sftp.trust() instanceof HostKey only
                    ? List.of(key(PublicKeyEntry.parsePublicKeyEntry(only.key())))
                    : known(((KnownHosts) sftp.trust()).file(), sftp, host);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            boolean declared = sftp.trust() instanceof HostKey;
            throw failed((declared ? "extract.hostKey" : ((KnownHosts) sftp.trust()).file())
                    + " cannot be read as " + (declared ? "a public key" : "a file of known hosts") + " ("
                    + unreadable.getClass().getSimpleName() + "); write keys as OpenSSH does: ssh-ed25519 AAAA…");
        }
    }

    private List<PublicKey> known(String file, SftpExtract sftp, String host)
            throws IOException, GeneralSecurityException {
        List<PublicKey> keys = new ArrayList<>();
        List<KnownHostEntry> entries = KnownHostEntry.readKnownHostEntries(home.resolve(file));
        for (KnownHostEntry entry : entries) {
            if (entry.getMarker() == null && entry.isHostMatch(host, sftp.port())) {
                keys.add(key(entry.getKeyEntry()));
            }
        }
        for (KnownHostEntry entry : entries) {
            if (REVOKED.equals(entry.getMarker()) && entry.isHostMatch(host, sftp.port())) {
                keys.remove(key(entry.getKeyEntry()));
            }
        }
        if (keys.isEmpty()) {
            throw failed(
                    file + " knows no key of sftp://" + sftp.host() + ":" + sftp.port() + ", so nothing was sent there;"
                            + " add the line that 'ssh-keyscan -p " + sftp.port() + " " + sftp.host()
                            + "' prints, once whoever runs that server has confirmed its fingerprint.");
        }
        return keys;
    }

    private static PublicKey key(PublicKeyEntry entry) throws IOException, GeneralSecurityException {
        PublicKey key = entry.resolvePublicKey(null, Map.of(), null);
        if (key == null) {
            throw new GeneralSecurityException("a kind of key that is not known");
        }
        return key;
    }

    private static SourceFailed failed(String message) {
        return new SourceFailed(FailureCode.UNEXPECTED_ANSWER, message);
    }
}
