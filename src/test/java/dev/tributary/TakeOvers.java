package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Twenty people who try to be taken for Vera Winter or Otto Klein, each by a claim that proves nothing, over two nights; the same on
 * every database. None of them is linked, and a steward reads of each why.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TakeOvers {

    private static final String CONTACTS = """
            id,name,emails,phones,handles
            C1,Vera Winter,vera@example.org,+49 30 23125101,
            C2,Erik Sand,,+266696687,
            C3,Otto Klein,,,shop:otto
            """;

    private static final String MESSAGE = """
            {"kind":"interaction","id":"%1$s","type":"message","visibility":"private","direction":"inbound",\
            "at":"2026-05-0%2$dT10:00:00Z","author":%3$s,"text":"%4$s"}
            """;

    private static final String PROFILE = """
            {"kind":"profile","at":"2026-05-0%1$dT10:00:00Z","party":%2$s}
            """;

    private static final String SHOP = """
            source: shop
            channel: shop
            account: acme
            extract: { kind: file, path: "shop/*.ndjson" }
            mapping: canonical
            """;

    private static final String MAIL = """
            source: mailbox
            channel: email
            account: "support@acme.example"
            idScope: channel
            extract: { kind: file, path: "mail/*.eml" }
            mapping: email
            """;

    private static final String BLOG = """
            source: blog
            channel: blog
            account: "blog.acme.example"
            extract: { kind: file, path: "blog/*.xml", format: feed }
            mapping: feed
            """;

    private static final String FORMS = """
            source: forms
            channel: web
            account: www.acme.example
            extract: { kind: file, path: "forms/*.ndjson" }
            mapping: signed-in-form
            """;

    private static final String PROOFS = """
            source: proofs
            channel: portal
            account: login.acme.example
            accounts: { shop: { channel: shop, account: acme } }
            extract: { kind: file, path: "proofs/*.ndjson" }
            mapping: secure-authentication
            """;

    private static final String TELEGRAM = """
            source: telegram
            channel: telegram
            account: "@acme_bot"
            idScope: channel
            extract: { kind: file, path: "telegram/*.ndjson" }
            mapping: telegram-bot
            """;

    private Installation installation;

    /** By channel and id of the platform: the contact or {@code -}, the outcome, the reason. */
    private Map<String, List<String>> standing;

    abstract Installation installedIn(Path home);

    @BeforeAll
    void twoNights(@TempDir Path home) {
        installation = installedIn(home)
                .file("contacts.csv", CONTACTS)
                .file("mappings/canonical.jsonata", "$")
                .file("jobs/sources/shop.yaml", SHOP)
                .file("jobs/sources/mailbox.yaml", MAIL)
                .file("jobs/sources/blog.yaml", BLOG)
                .file("jobs/sources/forms.yaml", FORMS)
                .file("jobs/sources/proofs.yaml", PROOFS)
                .file("jobs/sources/telegram.yaml", TELEGRAM)
                .file(
                        "jobs/nightly-sync.yaml",
                        "job: nightly-sync\ncontacts: contacts.csv\nsources: [shop, mailbox, blog, forms, proofs, telegram]\n");
        shippedMappings("email", "feed", "signed-in-form", "secure-authentication", "telegram-bot");
        theFirstNight();
        night("2026-05-31");
        theSecondNight();
        night("2026-06-01");
        standing = installation.rows("""
                        SELECT p.channel, p.native_id, COALESCE(c.external_id, '-'), COALESCE(m.outcome, '-'),
                               COALESCE(m.reason, '-')
                        FROM participant p LEFT JOIN link l ON l.active_participant = p.id
                        LEFT JOIN crm_contact c ON c.id = l.contact_id
                        LEFT JOIN participant_match m ON m.participant_id = p.id""").stream()
                .map(row -> row.split(" \\| "))
                .collect(Collectors.toMap(row -> row[0] + " " + row[1], row -> List.of(row[2], row[3], row[4])));
    }

    private void theFirstNight() {
        String shop = said("a1", author("a1"), "My address is vera@example.org, please send it there")
                + said("a2", author("a2"), "Call me: +49 30 23125101")
                + said("a3", author("a3"), "Hello")
                + PROFILE.formatted(1, "{\"id\":\"a3\",\"name\":\"mum of two\",\"emails\":[\"vera@example.org\"]}")
                + said("a4", author("a4"), "Hello")
                + PROFILE.formatted(1, "{\"id\":\"a4\",\"phones\":[\"+49 30 23125101\"]}")
                + said("a5", "{\"id\":\"a5\",\"name\":\"vera@example.org\"}", "Hello")
                + said("a6", "{\"id\":\"a6\",\"name\":\"Vera Winter\"}", "Hello, it is me, Vera")
                + said(
                        "a11",
                        author("a11"),
                        "BEGIN:VCARD\\nVERSION:4.0\\nFN:Vera Winter\\nEMAIL:vera@example.org\\nTEL:+493023125101\\nEND:VCARD")
                + said("a15", author("a15"), "I could not sign in")
                + said("a16", "{\"phones\":[\"+266696687\"],\"name\":\"Anonymous\"}", "Call, 4 s")
                + said("a17", "{\"id\":\"a17\",\"emails\":[\"mallory@evil.example\"]}", "Hello")
                + said("a21", "{\"id\":\"a21\",\"url\":\"mailto:vera@example.org\"}", "Hello")
                + said("a19", "{\"id\":\"vera@example.org\"}", "Hello")
                + said(
                        "a20",
                        "{\"id\":\"a20\",\"handle\":\"vera@example.org\"}",
                        "> vera@example.org wrote:\\n> +49 30 23125101\\nThat is what she said")
                + said("o1", "{\"id\":\"o1\",\"handle\":\"otto\"}", "Otto here")
                + said("v1", "{\"id\":\"v1\",\"emails\":[\"vera@example.org\"]}", "Vera here");
        installation
                .file("shop/1.ndjson", shop)
                .file(
                        "mail/1.eml",
                        mail(
                                "m7",
                                "Mallory <m7@evil.example>",
                                "support@acme.example",
                                "Reply-To: vera@example.org\r\n"))
                .file("mail/2.eml", mail("m8", "\"vera@example.org\" <m8@evil.example>", "support@acme.example", ""))
                .file(
                        "mail/3.eml",
                        mail(
                                "m9",
                                "Mallory <m9@evil.example>",
                                "support@acme.example",
                                "Cc: Vera Winter <vera@example.org>\r\n"))
                .file("blog/1.xml", """
                        <rss version="2.0"><channel><title>Comments</title><link>https://other.example/</link>
                        <item><title>Nice</title><guid>https://other.example/c10</guid><author>vera@example.org (Vera Winter)</author>
                        <pubDate>Fri, 01 May 2026 10:00:00 GMT</pubDate><description>Nice tents</description></item>
                        </channel></rss>""")
                .file("telegram/1.ndjson", """
                        {"update_id":1,"message":{"message_id":12,"from":{"id":712,"is_bot":false,"first_name":"Mallory"},\
                        "chat":{"id":712,"type":"private","first_name":"Mallory"},"date":1777629600,\
                        "contact":{"phone_number":"+493023125101","first_name":"Vera","last_name":"Winter","user_id":999}}}
                        """)
                .file("forms/1.ndjson", """
                        {"event":"form.submitted","id":"f13","form":"contact","submitted_at":"2026-05-01T10:00:00Z",\
                        "typed":{"name":"Vera Winter","email":"vera@example.org","phone":"+493023125101"},"text":"Where is my parcel?"}
                        {"event":"form.submitted","id":"f14","form":"contact","submitted_at":"2026-05-01T10:00:00Z",\
                        "account":{"id":"u-14","name":"Vera Winter","email":"vera@example.org","email_verified":false},\
                        "text":"Where is my parcel?"}
                        """)
                .file("proofs/1.ndjson", """
                        {"event":"identity.failed","channel":"shop","participant":"a15","email":"vera@example.org",\
                        "method":"sign-in","proved_at":"2026-05-01T10:00:00Z"}
                        """);
    }

    /** Otto gives his handle up, and somebody takes it; somebody known changes their profile. */
    private void theSecondNight() {
        installation.file(
                "shop/2.ndjson",
                MESSAGE.formatted("o2", 2, "{\"id\":\"o1\",\"handle\":\"otto_klein\"}", "New name, same Otto")
                        + MESSAGE.formatted(
                                "a18", 3, "{\"id\":\"a18\",\"handle\":\"otto\"}", "Otto here, send me my orders")
                        + PROFILE.formatted(
                                3,
                                "{\"id\":\"a17\",\"emails\":[\"vera@example.org\"],\"phones\":[\"+493023125101\"]}"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "shop a1, writes her address in a message, ONLY_DECLARED",
        "shop a2, writes her number in a message, ONLY_DECLARED",
        "shop a3, has her address in a profile, ONLY_DECLARED",
        "shop a4, has her number in a profile, ONLY_DECLARED",
        "shop a5, is called by her address, NOT_IN_CRM",
        "shop a6, is called by her name, NOT_IN_CRM",
        "email m7@evil.example, wants answers to her address, NOT_IN_CRM",
        "email m8@evil.example, shows her address for a name, NOT_IN_CRM",
        "email m9@evil.example, sends her a copy, NOT_IN_CRM",
        "blog vera@example.org, signs a comment with her address, ONLY_DECLARED",
        "shop a11, sends her card, ONLY_DECLARED",
        "telegram 712, shares her contact, ONLY_DECLARED",
        "web visitor-f13, types her address without signing in, ONLY_DECLARED",
        "web u-14, has an account with her address that nobody verified, ONLY_DECLARED",
        "shop a15, fails to prove her address, NOT_IN_CRM",
        "shop +266696687, hides the number as somebody in the CRM does, INVALID_IDENTIFIER",
        "shop a17, changes a profile to her address, ONLY_DECLARED",
        "shop a21, has a link to her address, NOT_IN_CRM",
        "shop vera@example.org, has her address for an id, NOT_IN_CRM",
        "shop a20, quotes her and has her address for a handle, NOT_IN_CRM"
    })
    void nobodyIsLinkedByWhatProvesNothing(String who, String how, String reason) {
        List<String> stands = standing.get(who);

        assertThat(stands).as("%s, who %s", who, how).isNotNull();
        assertThat(stands.get(0)).as("%s, who %s", who, how).isEqualTo("-");
        assertThat(stands.get(1) + " " + stands.get(2))
                .as("%s, who %s", who, how)
                .matches("UNMATCHED " + reason + "|REVIEW .+");
    }

    @Test
    void nobodyIsLinkedByAHandleThatSomebodyElseGaveUp() {
        assertThat(standing.get("shop a18").get(0)).isEqualTo("-");
        assertThat(standing.get("shop a18").get(1)).isEqualTo("REVIEW");
    }

    @Test
    void thosePeopleThemselvesAreLinked() {
        assertThat(standing.get("shop v1").get(0)).isEqualTo("C1");
        assertThat(standing.get("shop o1").get(0)).isEqualTo("C3");
    }

    @Test
    void theirTimelinesHoldTheirOwnWordsOnly() {
        assertThat(installation.rows("SELECT contact, text FROM crm_timeline ORDER BY contact, at_utc"))
                .containsExactly("C1 | Vera here", "C3 | Otto here", "C3 | New name, same Otto");
    }

    private void night(String date) {
        Ended night = installation.tributary("--json", "sync", "--date", date);
        assertThat(night.exitCode()).as(night.err() + night.out()).isZero();
        assertThat(night.json().at("/sources"))
                .allSatisfy(source -> assertThat(source.path("quarantined").asInt())
                        .as(source.toString())
                        .isZero());
    }

    private void shippedMappings(String... names) {
        for (String name : names) {
            installation.file("mappings/" + name + ".jsonata", read(Path.of("mappings", name + ".jsonata")));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String said(String id, String author, String text) {
        return MESSAGE.formatted(id, 1, author, text);
    }

    private static String author(String id) {
        return "{\"id\":\"" + id + "\"}";
    }

    private static String mail(String id, String from, String to, String more) {
        return "From: " + from + "\r\nTo: " + to + "\r\n" + more
                + "Subject: Hello\r\nDate: Fri, 1 May 2026 10:00:00 +0000\r\n" + "Message-ID: <" + id
                + "@evil.example>\r\nContent-Type: text/plain\r\n\r\nHello, it is me, Vera\r\n";
    }
}
