package dev.tributary.definition;

import dev.tributary.decode.LinePatterns;
import dev.tributary.definition.SftpExtract.HostKey;
import dev.tributary.definition.SftpExtract.HostTrust;
import dev.tributary.definition.SftpExtract.KnownHosts;
import dev.tributary.definition.SftpExtract.Login;
import dev.tributary.definition.SftpExtract.Password;
import dev.tributary.definition.SftpExtract.PrivateKey;
import java.util.List;
import java.util.regex.Pattern;

/** Reads {@code extract} of a source of {@code kind: sftp}. */
final class SftpReader {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]{1,253}");
    private static final Pattern HOST_KEY =
            Pattern.compile("[a-z0-9@.-]{5,60} [A-Za-z0-9+/]{40,4000}={0,2}( .{0,200})?");
    private static final Login NO_LOGIN = new Password("");

    private SftpReader() {}

    static SftpExtract read(Section extract, LinePatterns usual) {
        SftpExtract read = new SftpExtract(
                host(extract),
                extract.number("port", SftpExtract.PORT, 1, 65_535),
                path(extract),
                extract.text("user", "acme"),
                login(extract),
                trust(extract),
                extract.flag("keep", true),
                FileReader.options(extract, usual));
        extract.refuseOthers();
        return read;
    }

    private static String host(Section extract) {
        String host = extract.text("host", "sftp.example.com");
        if (!host.isEmpty() && !HOST.matcher(Placeholders.filled(host)).matches()) {
            extract.problem("host", "'" + host + "' is no name of a host", "write host: sftp.example.com");
        }
        return host;
    }

    private static String path(Section extract) {
        String path = FileReader.path(extract);
        if (List.of(path.split("/")).contains("..")) {
            extract.problem("path", "leads upwards with '..'", "write the path from the root, as in /export/*.csv");
        }
        return path;
    }

    private static Login login(Section extract) {
        if (!extract.has("auth")) {
            extract.problem("auth", "is missing", "write auth: { password: \"${NAME}\" } or { privateKey: keys/acme }");
        }
        return extract.section("auth").map(SftpReader::ofAuth).orElse(NO_LOGIN);
    }

    private static Login ofAuth(Section auth) {
        if (auth.has("password") == auth.has("privateKey")) {
            auth.problem("", "should hold one of password, privateKey", "write auth: { password: \"${NAME}\" }");
            return NO_LOGIN;
        }
        Login login = auth.has("password")
                ? new Password(Placeholders.secret(auth, "password"))
                : new PrivateKey(keyFile(auth), auth.has("passphrase") ? Placeholders.secret(auth, "passphrase") : "");
        auth.refuseOthers();
        return login;
    }

    private static String keyFile(Section auth) {
        String file = auth.text("privateKey", "keys/acme");
        if (file.contains("BEGIN")) {
            auth.problem("privateKey", "holds the key itself", "put the key into a file and name the file");
        }
        return file;
    }

    private static HostTrust trust(Section extract) {
        if (extract.has("knownHosts") == extract.has("hostKey")) {
            extract.problem(
                    "",
                    "should hold one of knownHosts, hostKey",
                    "write knownHosts: known_hosts, a file that ssh-keyscan fills, once you have compared the key");
            return new KnownHosts("");
        }
        return extract.has("hostKey") ? hostKey(extract) : new KnownHosts(extract.text("knownHosts", "known_hosts"));
    }

    private static HostTrust hostKey(Section extract) {
        String key = extract.text("hostKey", "\"ssh-ed25519 AAAA…\"");
        if (!key.isEmpty() && !HOST_KEY.matcher(key).matches()) {
            extract.problem("hostKey", "is no public key", "write it as OpenSSH does: \"ssh-ed25519 AAAA…\"");
        }
        return new HostKey(key);
    }
}
