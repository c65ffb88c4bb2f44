package dev.tributary.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.decode.Format;
import dev.tributary.definition.ImapExtract.Login;
import dev.tributary.definition.ImapExtract.Tls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImapAndFeedProblemsTest {

    private static final String SOURCE = "jobs/sources/x.yaml";
    private static final String SECRET_CURE =
            "holds a secret itself; write \"${NAME}\" and put the secret into the environment variable NAME";
    private static final List<String> MAILBOX = List.of(
            "host: imap.acme.example", "user: support@acme.example", "auth: { password: \"${P}\" }", "folder: INBOX");

    @TempDir
    private Path folder;

    private HomeFolder home;

    @BeforeEach
    void aHomeFolder() {
        home = HomeFolder.at(folder);
    }

    @Test
    void aMailboxNeedsFourWords() {
        write("imap", MAILBOX);

        assertThat(home.load().source("x-mentions").extract())
                .isEqualTo(new ImapExtract(
                        "imap.acme.example",
                        993,
                        Tls.ALWAYS,
                        new Login("support@acme.example", "${P}", false),
                        List.of("INBOX"),
                        null,
                        50_000,
                        Duration.ofSeconds(30),
                        5))
                .extracting(extract -> extract.options().format())
                .isEqualTo(Format.MBOX);
    }

    @Test
    void aMailboxMayBeDescribedInFull() {
        write(
                "imap",
                List.of(
                        "host: localhost",
                        "port: 1143",
                        "tls: false",
                        "user: \"${U}\"",
                        "auth: { oauth2Token: \"${T}\" }",
                        "folders: [INBOX, Gesendet]",
                        "lookback: 30d",
                        "budget: 10",
                        "timeout: 5s",
                        "retries: 0"));

        assertThat(home.load().source("x-mentions").extract())
                .isEqualTo(new ImapExtract(
                        "localhost",
                        1143,
                        Tls.NONE,
                        new Login("${U}", "${T}", true),
                        List.of("INBOX", "Gesendet"),
                        Duration.ofDays(30),
                        10,
                        Duration.ofSeconds(5),
                        0));
    }

    @Test
    void startTlsHasThePortOfTheUnprotected() {
        write("imap", with("tls: starttls"));

        assertThat(((ImapExtract) home.load().source("x-mentions").extract()).port())
                .isEqualTo(143);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tls: false         | tls: would send the password and every mail for all to read; write true or starttls; a server that has neither is reached by a tunnel on localhost
            tls: maybe         | tls: 'maybe' is not known; use one of false, starttls, true
            port: 0            | port: '0' cannot be used; use a whole number from 1 to 65535
            lookback: 0d       | lookback: '0d' cannot be used; write 96h, 4d, 30m, 45s, P4D or PT96H
            lookback: long     | lookback: 'long' cannot be used; write 96h, 4d, 30m, 45s, P4D or PT96H
            budget: 0          | budget: '0' cannot be used; use a whole number from 1 to 1000000
            password: "${P}"   | password: is no key that is known here; use one of auth, budget, folder, folders, host, kind, lookback, poll, port, retries, timeout, tls, user
            """)
    void checksAMailbox(String line, String problem) {
        write("imap", with(line));

        assertThat(home.problems()).containsExactly(SOURCE + ":11: extract." + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            auth: { password: abc }                                | auth.password: <secret>
            auth: { oauth2Token: abc }                             | auth.oauth2Token: <secret>
            auth: { password: "${A}", oauth2Token: "${B}" }        | auth: should hold one of password, oauth2Token; write auth: { password: "${NAME}" }
            auth: { bearer: "${A}" }                               | auth.bearer: is no key that is known here; use one of oauth2Token, password
            """)
    void checksHowAMailboxIsOpened(String line, String problem) {
        write("imap", List.of(MAILBOX.get(0), MAILBOX.get(1), line, MAILBOX.get(3)));

        assertThat(home.problems()).contains(SOURCE + ":9: extract." + problem.replace("<secret>", SECRET_CURE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            folders: []                | folders: cannot be used; name 1 to 10 different folders of at most 60 characters; further ones are another source
            folders: [INBOX, INBOX]    | folders: cannot be used; name 1 to 10 different folders of at most 60 characters; further ones are another source
            folders: [a,b,c,d,e,f,g,h,i,j,k] | folders: cannot be used; name 1 to 10 different folders of at most 60 characters; further ones are another source
            folders: INBOX             | folders: is 'INBOX' and should be a list; write folders: [one, two]
            """)
    void checksTheFolders(String line, String problem) {
        write("imap", List.of(MAILBOX.get(0), MAILBOX.get(1), MAILBOX.get(2), line));

        assertThat(home.problems()).contains(SOURCE + ":10: extract." + problem);
    }

    @Test
    void saysWhatAMailboxLacks() {
        write("imap", List.of("port: 993"));

        assertThat(home.problems())
                .containsExactly(
                        SOURCE + ":6: extract.host: is missing; write host: imap.example.com",
                        SOURCE + ":6: extract.user: is missing; write user: \"${NAME}\"",
                        SOURCE + ":6: extract.auth: is missing; write auth: { password: \"${NAME}\" }",
                        SOURCE + ":6: extract: should hold one of folder, folders; write folders: [INBOX, Sent]");
    }

    @Test
    void aFeedNeedsAnAddress() {
        write("feed", List.of("url: https://blog.acme.example/feed/", "params: { feed: comments-rss2 }"));

        FeedExtract feed = (FeedExtract) home.load().source("x-mentions").extract();
        assertThat(feed.options().format()).isEqualTo(Format.FEED);
        assertThat(feed.pages()).isOne();
        assertThat(feed.http().call().url()).isEqualTo("https://blog.acme.example/feed/");
        assertThat(feed.http().call().params()).isEqualTo(Map.of("feed", "comments-rss2"));
        assertThat(feed.http().call().headers().get("Accept"))
                .contains("application/atom+xml", "application/feed+json");
        assertThat(feed.http().limits().budget()).isEqualTo(100);
        assertThat(feed.http().limits().retries()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pages: 0                 | pages: '0' cannot be used; use a whole number from 1 to 1000
            auth: { bearer: abc }    | auth.bearer: <secret>
            headers: { Cookie: abc } | headers.Cookie: <secret>
            page: { next: a }        | page: is no key that is known here; did you mean 'pages'? use one of auth, budget, headers, kind, pages, params, poll, retries, timeout, url
            """)
    void checksAFeed(String line, String problem) {
        write("feed", List.of("url: https://blog.acme.example/feed/", line));

        assertThat(home.problems()).containsExactly(SOURCE + ":8: extract." + problem.replace("<secret>", SECRET_CURE));
    }

    @Test
    void checksTheAddressOfAFeed() {
        write("feed", List.of("url: https://blog.acme.example/?feed=rss2"));

        assertThat(home.problems())
                .containsExactly(
                        SOURCE + ":7: extract.url: has a part after '?' or '#'; write its parameters below params");
    }

    private static List<String> with(String line) {
        return List.of(MAILBOX.get(0), MAILBOX.get(1), MAILBOX.get(2), MAILBOX.get(3), line);
    }

    /** The lines of {@code extract} begin at the seventh of the file. */
    private void write(String kind, List<String> lines) {
        home.with(
                SOURCE,
                "source: x-mentions\nchannel: x\naccount: \"@acme\"\nmapping: x-v2\nextract:\n  kind: " + kind + "\n  "
                        + String.join("\n  ", lines) + "\n");
    }
}
