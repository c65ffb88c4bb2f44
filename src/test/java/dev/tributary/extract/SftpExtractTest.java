package dev.tributary.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.definition.FileOptions;
import dev.tributary.definition.IdScope;
import dev.tributary.definition.SftpExtract;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.landing.Segment;
import dev.tributary.landing.Segments;
import dev.tributary.run.FailureCode;
import dev.tributary.run.Home;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@Timeout(60)
@SpringBootTest(
        classes = ExtractContext.class,
        properties = {
            "SFTP_PASSWORD=" + SftpServer.PASSWORD,
            "WRONG=wrong",
            "PASSPHRASE=open sesame",
            "tributary.extract.first-retry=20ms",
            "tributary.extract.largest-file=1MB"
        })
class SftpExtractTest {

    private static final long RUN = 1;
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final SftpExtract.Login PASSWORD = new SftpExtract.Password("${SFTP_PASSWORD}");

    private static KeyPair hostKey;
    private static KeyPair otherKey;

    @TempDir
    private Path remote;

    @TempDir
    private Path elsewhere;

    @Autowired
    private Extractor extractor;

    @Autowired
    private Segments segments;

    @Autowired
    private Home home;

    private SftpServer server;
    private String source;

    @BeforeAll
    static void keys() throws GeneralSecurityException {
        hostKey = KeyUtils.generateKeyPair("ssh-ed25519", 256);
        otherKey = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
    }

    @BeforeEach
    void aServer() throws IOException {
        server = new SftpServer(remote, otherKey, hostKey);
        source = "sftp-" + NAMES.incrementAndGet();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void landsWhatMatchesWithItsContent() throws IOException {
        server.file("export/b.csv", "b");
        server.file("export/a.csv", "ä,1\n");
        server.file("export/c.csv.part", "half");
        server.file("export/c.csv.filepart", "half");
        server.file("export/d.tmp", "half");
        server.file("export/.e.csv", "hidden");
        server.file("export/f.txt", "no");
        server.file("export/sub/g.csv", "below");

        assertThat(extract("/export/*.csv", true)).isEqualTo(new ExtractResult(2, null, null));
        assertThat(landed()).containsExactly("a.csv: ä,1\n", "b.csv: b");
        assertThat(server.logins()).containsExactly("password");
    }

    @Test
    void reachesIntoFoldersBelow() throws IOException {
        server.file("export/a.csv", "a");
        server.file("export/2026/01/a.csv", "b");

        assertThat(extract("export/**/*.csv", true).segments()).isEqualTo(2);
        assertThat(landed()).containsExactly("2026/01/a.csv: b", "a.csv: a");
    }

    @Test
    void followsNoLinks() throws IOException {
        server.file("export/a.csv", "a");
        Path secret = Files.writeString(elsewhere.resolve("secret.csv"), "secret");
        Files.createSymbolicLink(remote.resolve("export/link.csv"), secret);
        Files.createSymbolicLink(remote.resolve("export/folder"), elsewhere);

        assertThat(extract("/export/**/*.csv", true)).isEqualTo(new ExtractResult(1, null, null));
        assertThat(landed()).containsExactly("a.csv: a");
    }

    @Test
    void doesNotFetchAgainWhatDidNotChange() throws IOException {
        Path a = server.file("export/a.csv", "one");
        server.file("export/b.csv", "two");
        extract("/export/*.csv", true);
        assertThat(server.opened()).containsExactly("a.csv", "b.csv");

        assertThat(extract("/export/*.csv", true)).isEqualTo(new ExtractResult(0, null, null));
        assertThat(server.opened()).isEmpty();

        Files.writeString(a, "eno");
        Files.setLastModifiedTime(a, FileTime.from(Instant.now().minusSeconds(1800)));
        assertThat(extract("/export/*.csv", true).segments()).isEqualTo(1);
        assertThat(server.opened()).containsExactly("a.csv");
        assertThat(landed()).containsExactly("a.csv: one", "b.csv: two", "a.csv: eno");
    }

    @Test
    void looksAgainAtAFileThatIsTooYoungToBeTold() throws IOException {
        Path a = server.file("export/a.csv", "one");
        FileTime now = FileTime.from(Instant.now());
        Files.setLastModifiedTime(a, now);
        extract("/export/*.csv", true);

        Files.writeString(a, "eno");
        Files.setLastModifiedTime(a, now);
        assertThat(extract("/export/*.csv", true).segments()).isEqualTo(1);
        assertThat(extract("/export/*.csv", true).segments()).isZero();
        assertThat(landed()).containsExactly("a.csv: one", "a.csv: eno");
    }

    @Test
    void deletesAFileOnceItHasLanded() throws IOException {
        Path a = server.file("export/a.csv", "one");

        assertThat(extract("/export/*.csv", false)).isEqualTo(new ExtractResult(1, null, null));
        assertThat(a).doesNotExist();
        assertThat(landed()).containsExactly("a.csv: one");

        server.file("export/a.csv", "one");
        assertThat(extract("/export/*.csv", false).segments()).isZero();
        assertThat(a).doesNotExist();
        assertThat(landed()).hasSize(1);
    }

    @Test
    void saysThatAFileCannotBeDeletedAndLandsTheOthers() throws IOException {
        Path a = server.file("export/a.csv", "one");
        server.file("export/b.csv", "two");
        server.onRead((file, session) -> remote.resolve("export").toFile().setWritable(false));

        ExtractResult result = extract("/export/*.csv", false);

        boolean weAreRoot = !Files.exists(a);
        remote.resolve("export").toFile().setWritable(true);
        assertThat(landed()).containsExactly("a.csv: one", "b.csv: two");
        if (!weAreRoot) {
            assertThat(result.message()).contains(" has landed, but cannot be deleted there; ");
        }
    }

    @Test
    void leavesAFileThatGrowsForTheNextRun() throws IOException {
        Path a = server.file("export/a.csv", "one");
        server.file("export/b.csv", "two");
        AtomicBoolean grown = new AtomicBoolean();
        server.onRead((file, session) -> {
            if (grown.compareAndSet(false, true)) {
                append(a, " and a half");
            }
        });

        assertThat(extract("/export/*.csv", false)).isEqualTo(new ExtractResult(1, null, null));
        assertThat(landed()).containsExactly("b.csv: two");
        assertThat(a).exists();

        assertThat(extract("/export/*.csv", false).segments()).isEqualTo(1);
        assertThat(landed()).containsExactly("b.csv: two", "a.csv: one and a half");
        assertThat(a).doesNotExist();
    }

    @Test
    void goesOnWhereTheConnectionWasCutAndDoublesNothing() throws IOException {
        Path a = server.file("export/a.csv", "a".repeat(200_000));
        server.file("export/b.csv", "two");
        server.onRead((file, session) -> {
            if (file.equals("a.csv")) {
                SftpServer.cut(session);
            }
        });

        ExtractResult result = extract("/export/*.csv", false);

        assertThat(result.code()).isEqualTo(FailureCode.UNREACHABLE);
        assertThat(result.message())
                .isEqualTo(where() + " breaks off; the next run asks again, and nothing that landed is fetched twice.");
        assertThat(landed()).containsExactly("b.csv: two");
        assertThat(server.opened()).containsExactly("a.csv", "a.csv", "a.csv", "b.csv");
        assertThat(a).exists();

        server.onRead((file, session) -> {});
        assertThat(extract("/export/*.csv", false)).isEqualTo(new ExtractResult(1, null, null));
        assertThat(landed()).containsExactly("b.csv: two", "a.csv: " + "a".repeat(200_000));
        try (Stream<Path> left = Files.list(home.path().resolve("incoming"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void fetchesAFileOnceMoreWhereTheConnectionWasCutOnce() throws IOException {
        server.file("export/a.csv", "a".repeat(200_000));
        AtomicBoolean cut = new AtomicBoolean();
        server.onRead((file, session) -> {
            if (cut.compareAndSet(false, true)) {
                SftpServer.cut(session);
            }
        });

        assertThat(extract("/export/*.csv", true)).isEqualTo(new ExtractResult(1, null, null));
        assertThat(landed()).containsExactly("a.csv: " + "a".repeat(200_000));
    }

    @Test
    void takesNoFileThatIsTooLarge() throws IOException {
        server.file("export/a.csv", "a".repeat((1 << 20) + 1));
        server.file("export/b.csv", "two");

        assertThat(extract("/export/*.csv", false))
                .isEqualTo(new ExtractResult(
                        1,
                        FailureCode.FILE_UNAVAILABLE,
                        "A file that matches /export/*.csv on " + where()
                                + " has more than 1048576 bytes; split it there,"
                                + " or raise tributary.extract.largest-file."));
        assertThat(landed()).containsExactly("b.csv: two");
    }

    @Test
    void refusesNamesThatCouldLeadElsewhere() throws IOException {
        server.file("export/a.csv", "a");
        server.file("export/b.csv", "evil");
        for (String name :
                List.of("../../evil.csv", "/etc/evil.csv", "C:\\evil.csv", "e\u0007vil.csv", "sub/evil.csv")) {
            server.shows("b.csv", name);

            ExtractResult result = extract("/export/*.csv", true);

            assertThat(result.code()).isEqualTo(FailureCode.FILE_UNAVAILABLE);
            assertThat(result.message())
                    .isEqualTo("A name in the folder of /export/*.csv on " + where()
                            + " holds a slash, a backslash or a control character, or is not in UTF-8, so it could lead"
                            + " elsewhere; that file was not fetched. Rename it there.");
        }
        assertThat(landed()).containsExactly("a.csv: a");
        assertThat(home.path().resolve("evil.csv")).doesNotExist();
        assertThat(home.path().resolveSibling("evil.csv")).doesNotExist();
        assertThat(server.opened()).containsExactly("a.csv");
    }

    @Test
    void saysThatTheFolderIsMissing() {
        assertThat(extract("/nowhere/*.csv", true))
                .isEqualTo(new ExtractResult(
                        0,
                        FailureCode.FILE_UNAVAILABLE,
                        "The folder of /nowhere/*.csv does not exist on " + where()
                                + "; create it, or mend extract.path."));
    }

    @Test
    void sendsNoPasswordToAHostWhoseKeyHasChanged() throws Exception {
        KeyPair changed = KeyUtils.generateKeyPair("ssh-ed25519", 256);

        ExtractResult result = extract(new SftpExtract.HostKey(SftpServer.line(changed)), PASSWORD);

        assertThat(result)
                .isEqualTo(new ExtractResult(
                        0,
                        FailureCode.UNEXPECTED_ANSWER,
                        where() + " shows another host key than the one we know: ssh-ed25519 "
                                + KeyUtils.getFingerPrint(hostKey.getPublic())
                                + ". No password was sent. Ask whoever runs the server; if the key was changed, mend"
                                + " knownHosts or hostKey, otherwise somebody stands in between."));
        assertThat(server.logins()).isEmpty();
    }

    @Test
    void noticesAHostThatHasNoKeyOfTheKnownKindAnyMore() throws Exception {
        KeyPair former = KeyUtils.generateKeyPair("ssh-rsa", 2048);

        ExtractResult result = extract(new SftpExtract.HostKey(SftpServer.line(former)), PASSWORD);

        assertThat(result.message()).contains(" shows another host key than the one we know: ");
        assertThat(server.logins()).isEmpty();
    }

    @Test
    void findsTheHostInAFileOfKnownHosts() throws IOException {
        server.file("export/a.csv", "a");
        Path file = home.path().resolve("known_hosts");
        Files.writeString(
                file,
                "# our servers\nother.example.com " + SftpServer.line(otherKey) + "\n[127.0.0.1]:" + server.port() + " "
                        + SftpServer.line(hostKey) + "\n");

        assertThat(extract(new SftpExtract.KnownHosts("known_hosts"), PASSWORD).segments())
                .isEqualTo(1);
        assertThat(Files.readAllLines(file)).hasSize(3);
    }

    @Test
    void connectsToNoHostThatIsNotAmongTheKnown() throws IOException {
        String line = "[127.0.0.1]:" + server.port() + " " + SftpServer.line(hostKey);
        for (String known : List.of("", "127.0.0.1 " + SftpServer.line(hostKey), line + "\n@revoked " + line)) {
            Files.writeString(home.path().resolve("known_hosts"), known);

            ExtractResult result = extract(new SftpExtract.KnownHosts("known_hosts"), PASSWORD);

            assertThat(result.code()).isEqualTo(FailureCode.UNEXPECTED_ANSWER);
            assertThat(result.message())
                    .isEqualTo(
                            "known_hosts knows no key of " + where() + ", so nothing was sent there; add the line that"
                                    + " 'ssh-keyscan -p " + server.port()
                                    + " 127.0.0.1' prints, once whoever runs that server has confirmed its fingerprint.");
        }
        assertThat(server.logins()).isEmpty();
    }

    @Test
    void saysThatTheFileOfKnownHostsCannotBeRead() {
        assertThat(extract(new SftpExtract.KnownHosts("nowhere"), PASSWORD).message())
                .isEqualTo(
                        "nowhere cannot be read as a file of known hosts (NoSuchFileException); write keys as OpenSSH"
                                + " does: ssh-ed25519 AAAA…");
    }

    @Test
    void provesItselfWithAKeyInAFile() throws Exception {
        KeyPair ours = KeyUtils.generateKeyPair("ssh-ed25519", 256);
        server.lettingIn(ours.getPublic()).file("export/a.csv", "a");
        key("open", ours, null);
        key("locked", ours, "open sesame");

        assertThat(extract(new SftpExtract.PrivateKey("keys/open", "")).segments())
                .isEqualTo(1);
        assertThat(extract(new SftpExtract.PrivateKey("keys/locked", "${PASSPHRASE}"))
                        .complete())
                .isTrue();
        assertThat(extract(new SftpExtract.PrivateKey("keys/locked", "${WRONG}"))
                        .message())
                .startsWith("The private key keys/locked cannot be read (");
        assertThat(extract(new SftpExtract.PrivateKey("keys/none", "")).code()).isEqualTo(FailureCode.SECRET_MISSING);
        assertThat(server.logins()).isNotEmpty().containsOnly("key");
    }

    @Test
    void saysThatItIsNotLetIn() {
        ExtractResult result = extract(new SftpExtract.Password("${WRONG}"));

        assertThat(result)
                .isEqualTo(new ExtractResult(
                        0,
                        FailureCode.UNAUTHORIZED,
                        where() + " does not let our user in; see whether extract.user and extract.auth are right."));
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        String where = where();
        server.close();

        assertThat(extract(PASSWORD).message())
                .isEqualTo(where + " takes no connection, or its host is not known; the next run asks again.");
    }

    private ExtractResult extract(String path, boolean keep) {
        return extract(path, keep, new SftpExtract.HostKey(SftpServer.line(hostKey)), PASSWORD);
    }

    private ExtractResult extract(SftpExtract.Login login) {
        return extract(new SftpExtract.HostKey(SftpServer.line(hostKey)), login);
    }

    private ExtractResult extract(SftpExtract.HostTrust trust, SftpExtract.Login login) {
        return extract("/export/*.csv", true, trust, login);
    }

    private ExtractResult extract(String path, boolean keep, SftpExtract.HostTrust trust, SftpExtract.Login login) {
        SftpExtract sftp =
                new SftpExtract("127.0.0.1", server.port(), path, "acme", login, trust, keep, FileOptions.NONE);
        SourceDefinition definition =
                new SourceDefinition(source, "x", "@acme", null, ZoneOffset.UTC, IdScope.ACCOUNT, sftp, "x-v2");
        return extractor.extract(definition, RUN);
    }

    private String where() {
        return "sftp://127.0.0.1:" + server.port();
    }

    private void key(String name, KeyPair keys, String passphrase) throws Exception {
        Files.createDirectories(home.path().resolve("keys"));
        OpenSSHKeyEncryptionContext lock = null;
        if (passphrase != null) {
            lock = new OpenSSHKeyEncryptionContext();
            lock.setPassword(passphrase);
            lock.setCipherType("256");
        }
        try (OutputStream out =
                Files.newOutputStream(home.path().resolve("keys").resolve(name))) {
            new OpenSSHKeyPairResourceWriter().writePrivateKey(keys, "acme", lock, out);
        }
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    private List<String> landed() throws IOException {
        return segments.pending(List.of(source), 2).stream()
                .map(segment -> segment.origin() + ": " + content(segment))
                .toList();
    }

    private static String content(Segment segment) {
        try {
            return Files.readString(segment.file());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
