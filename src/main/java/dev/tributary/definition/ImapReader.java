package dev.tributary.definition;

import dev.tributary.definition.ImapExtract.Login;
import dev.tributary.definition.ImapExtract.Tls;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code extract} of a source of {@code kind: imap}. */
final class ImapReader {

    private static final Map<String, Tls> TLS = Map.of("true", Tls.ALWAYS, "starttls", Tls.STARTTLS, "false", Tls.NONE);
    private static final List<String> TLS_WORDS = List.of("true", "starttls", "false");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");
    private static final int MOST_FOLDERS = 10;
    private static final int LONGEST_FOLDER = 60;

    private ImapReader() {}

    static ImapExtract read(Section extract) {
        String host = extract.text("host", "imap.example.com");
        Tls tls = extract.has("tls") ? tls(extract, host) : Tls.ALWAYS;
        int port = extract.number("port", tls == Tls.ALWAYS ? 993 : 143, 1, 65_535);
        Login login = login(extract);
        List<String> folders = folders(extract);
        Duration lookback = extract.parsed("lookback", "30d", Durations::positive, Durations.CURE)
                .orElse(null);
        int budget = extract.number("budget", ImapExtract.DEFAULT_BUDGET, 1, 1_000_000);
        Duration timeout = extract.parsed("timeout", "30s", Durations::positive, Durations.CURE)
                .orElse(HttpLimits.DEFAULT.timeout());
        int retries = extract.number("retries", HttpLimits.DEFAULT.retries(), 0, 100);
        extract.refuseOthers();
        return new ImapExtract(host, port, tls, login, folders, lookback, budget, timeout, retries);
    }

    private static Tls tls(Section extract, String host) {
        Tls tls = TLS.getOrDefault(extract.oneOf("tls", TLS_WORDS), Tls.ALWAYS);
        if (tls == Tls.NONE && !THIS_MACHINE.contains(host)) {
            extract.problem(
                    "tls",
                    "would send the password and every mail for all to read",
                    "write true or starttls; a server that has neither is reached by a tunnel on localhost");
        }
        return tls;
    }

    private static Login login(Section extract) {
        String user = extract.text("user", "\"${NAME}\"");
        return extract.section("auth").map(auth -> login(user, auth)).orElseGet(() -> {
            if (!extract.has("auth")) {
                extract.problem("auth", "is missing", "write auth: { password: \"${NAME}\" }");
            }
            return new Login(user, "", false);
        });
    }

    private static Login login(String user, Section auth) {
        boolean token = auth.has("oauth2Token");
        if (token == auth.has("password")) {
            auth.problem("", "should hold one of password, oauth2Token", "write auth: { password: \"${NAME}\" }");
        }
        String secret = token
                ? Placeholders.secret(auth, "oauth2Token")
                : auth.has("password") ? Placeholders.secret(auth, "password") : "";
        auth.refuseOthers();
        return new Login(user, secret, token);
    }

    private static List<String> folders(Section extract) {
        if (extract.has("folder") == extract.has("folders")) {
            extract.problem("", "should hold one of folder, folders", "write folders: [INBOX, Sent]");
        }
        List<String> folders = extract.has("folder")
                ? extract.optional("folder", "INBOX").map(List::of).orElse(List.of())
                : extract.texts("folders");
        boolean tooLong = folders.stream().anyMatch(folder -> folder.length() > LONGEST_FOLDER);
        boolean twice = folders.stream().distinct().count() < folders.size();
        if (folders.size() > MOST_FOLDERS || tooLong || twice || (extract.has("folders") && folders.isEmpty())) {
            extract.problem(
                    extract.has("folder") ? "folder" : "folders",
                    "cannot be used",
                    "name 1 to " + MOST_FOLDERS + " different folders of at most " + LONGEST_FOLDER
                            + " characters; further ones are another source");
        }
        return folders;
    }
}
