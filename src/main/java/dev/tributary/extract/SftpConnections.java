package dev.tributary.extract;

import dev.tributary.definition.SftpExtract;
import dev.tributary.definition.SftpExtract.Login;
import dev.tributary.definition.SftpExtract.Password;
import dev.tributary.definition.SftpExtract.PrivateKey;
import dev.tributary.run.FailureCode;
import dev.tributary.run.Home;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.PasswordIdentityProvider;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.config.keys.ClientIdentityLoader;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes connections that use what the definition says and nothing of the machine: no keys, agent or settings of its user. */
@Component
class SftpConnections {

    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final HostKeys hostKeys;
    private final Placeholders placeholders;
    private final Path home;

    SftpConnections(HostKeys hostKeys, Placeholders placeholders, Home home) {
        this.hostKeys = hostKeys;
        this.placeholders = placeholders;
        this.home = home.path();
    }

    /** @throws SourceFailed where something that the definition names is not there; the server is asked later */
    SftpConnection open(SftpExtract sftp) {
        String host = placeholders.fill(sftp.host());
        List<PublicKey> known = hostKeys.of(sftp, host);
        SshClient client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setClientIdentityLoader(ClientIdentityLoader.DEFAULT);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setPasswordIdentityProvider(PasswordIdentityProvider.EMPTY_PASSWORDS_PROVIDER);
        CoreModuleProperties.IDLE_TIMEOUT.set(client, SILENCE);
        login(client, sftp.login());
        askForKnownKeys(client, known);
        return new SftpConnection(client, sftp, host, placeholders.fill(sftp.user()), known);
    }

    private void login(SshClient client, Login login) {
        if (login instanceof Password password) {
            client.setUserAuthFactories(
                    List.of(UserAuthPasswordFactory.INSTANCE, UserAuthKeyboardInteractiveFactory.INSTANCE));
            client.setPasswordIdentityProvider(
                    PasswordIdentityProvider.wrapPasswords(placeholders.fill(password.password())));
        } else if (login instanceof PrivateKey key) {
            client.setUserAuthFactories(List.of(new UserAuthPublicKeyFactory(client.getSignatureFactories())));
            client.setKeyIdentityProvider(KeyIdentityProvider.wrapKeyPairs(keyPair(key)));
        }
    }

    /** A server has several keys, and shows the one that is asked for first. */
    private static void askForKnownKeys(SshClient client, List<PublicKey> known) {
        Set<@Nullable String> types = known.stream().map(KeyUtils::getKeyType).collect(Collectors.toSet());
        client.setSignatureFactories(client.getSignatureFactories().stream()
                .sorted(Comparator.comparing(
                        factory -> !types.contains(KeyUtils.getCanonicalKeyType(factory.getName()))))
                .toList());
    }

    private KeyPair keyPair(PrivateKey key) {
        Path file = home.resolve(placeholders.fill(key.file()));
        String passphrase = key.passphrase().isEmpty() ? null : placeholders.fill(key.passphrase());
        try (InputStream in = Files.newInputStream(file)) {
            Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(
                    null, NamedResource.ofName("the private key"), in, FilePasswordProvider.of(passphrase));
            Iterator<KeyPair> first = pairs == null ? List.<KeyPair>of().iterator() : pairs.iterator();
            if (first.hasNext()) {
                return first.next();
            }
            throw new GeneralSecurityException("no key");
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new SourceFailed(
                    FailureCode.SECRET_MISSING,
                    "The private key " + key.file() + " cannot be read ("
                            + unreadable.getClass().getSimpleName()
                            + "); see whether it is there, in OpenSSH's or PEM format, and what passphrase it has.");
        }
    }
}
