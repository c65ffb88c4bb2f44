package dev.tributary.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tributary.decode.DecodeOptions;
import dev.tributary.decode.Decoder;
import dev.tributary.decode.Format;
import dev.tributary.decode.Payload;
import dev.tributary.decode.Payloads;
import dev.tributary.definition.IdScope;
import dev.tributary.definition.ImapExtract;
import dev.tributary.definition.ImapExtract.Login;
import dev.tributary.definition.ImapExtract.Tls;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.landing.Landing;
import dev.tributary.landing.Segment;
import dev.tributary.landing.Segments;
import dev.tributary.landing.SourceWindow;
import dev.tributary.landing.Span;
import dev.tributary.landing.WindowState;
import dev.tributary.landing.Windows;
import dev.tributary.run.FailureCode;
import dev.tributary.run.Home;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@Timeout(60)
@SpringBootTest(
        classes = ExtractContext.class,
        properties = {
            "MAIL_PASSWORD=s3cret",
            "WRONG=wrong-one",
            "tributary.extract.first-retry=20ms",
            "tributary.extract.largest-mail=20KB"
        })
class ImapExtractTest {

    private static final long RUN = 1;
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup[] {patient(ServerSetup.PROTOCOL_IMAP), patient(ServerSetup.PROTOCOL_IMAPS)});

    @Autowired
    private Extractor extractor;

    @Autowired
    private Landing landing;

    @Autowired
    private Segments segments;

    @Autowired
    private Windows windows;

    @Autowired
    private Home home;

    private String source;
    private GreenMailUser user;

    private static ServerSetup patient(String protocol) {
        ServerSetup setup = new ServerSetup(0, "localhost", protocol);
        setup.setServerStartupTimeout(30_000);
        return setup;
    }

    @BeforeAll
    static void startTheServer() {
        SERVER.start();
    }

    @AfterAll
    static void stopTheServer() {
        SERVER.stop();
    }

    @BeforeEach
    void aMailboxOfItsOwn() {
        source = "mailbox-" + NAMES.incrementAndGet();
        user = SERVER.setUser(source + "@acme.example", source, "s3cret");
    }

    @Test
    void landsTheMailsOfAllFoldersTheOldestFirst() throws Exception {
        arrives("INBOX", "one");
        arrives("INBOX", "two");
        arrives("Sent", "answer");

        assertThat(extract(imap("INBOX", "Sent"))).isEqualTo(new ExtractResult(2, null, null));
        assertThat(subjects()).containsExactly("one", "two", "answer");
        assertThat(landed())
                .extracting(Segment::origin)
                .containsExactly("imap://localhost/INBOX", "imap://localhost/Sent");
        assertThat(landing.cursor(source))
                .contains("{\"INBOX\":[" + folder("INBOX").getUidValidity() + ",2],\"Sent\":["
                        + folder("Sent").getUidValidity() + ",1]}");
    }

    @Test
    void landsNothingWhereNothingIsNew() throws Exception {
        arrives("INBOX", "one");
        extract(imap("INBOX"));

        assertThat(extract(imap("INBOX"))).isEqualTo(new ExtractResult(0, null, null));
        arrives("INBOX", "two");
        assertThat(extract(imap("INBOX"))).isEqualTo(new ExtractResult(1, null, null));
        assertThat(subjects()).containsExactly("one", "two");
    }

    @Test
    void leavesTheMailboxAsItWas() throws Exception {
        arrives("INBOX", "one");
        arrives("INBOX", "x".repeat(30_000));

        extract(imap("INBOX"));

        assertThat(folder("INBOX").getNonDeletedMessages())
                .hasSize(2)
                .allSatisfy(mail ->
                        assertThat(mail.getFlags().contains(Flags.Flag.SEEN)).isFalse())
                .allSatisfy(mail ->
                        assertThat(mail.getFlags().contains(Flags.Flag.DELETED)).isFalse());
    }

    @Test
    void keepsEveryByteOfAMail() throws Exception {
        String mail =
                "From: anna@example.org\r\nSubject:  odd   spaces\r\n\r\nFrom here\r\n>From there\r\n\r\nFrom x@y Fri Mar  1"
                        + " 09:30:00 2024\r\n.\r\n";
        append("INBOX", mail, NOW);

        extract(imap("INBOX"));

        assertThat(mails()).hasSize(1);
        assertThat(((Map<?, ?>) mails().get(0)).get("text"))
                .isEqualTo("From here\n>From there\n\nFrom x@y Fri Mar  1 09:30:00 2024\n.\n");
    }

    @Test
    void aMailWithoutADateCameWhenTheServerTookItIn() throws Exception {
        append("INBOX", "Subject: undated\r\n\r\n", Instant.parse("2026-05-04T08:00:00Z"));

        extract(imap("INBOX"));

        assertThat(mails()).extracting("received").containsExactly("2026-05-04T08:00:00Z");
    }

    @Test
    void putsManyMailsIntoOneSegment() throws Exception {
        for (int i = 0; i < 260; i++) {
            arrives("INBOX", "mail " + i);
        }

        assertThat(extract(imap("INBOX"))).isEqualTo(new ExtractResult(2, null, null));
        assertThat(subjects())
                .hasSize(260)
                .startsWith("mail 0")
                .endsWith("mail 259")
                .doesNotHaveDuplicates();
    }

    @Test
    void firstLooksBackSoFarAndThenTakesWhateverComes() throws Exception {
        append("INBOX", "Subject: old\r\n\r\n", NOW.minus(Duration.ofDays(90)));
        append("INBOX", "Subject: young\r\n\r\n", NOW.minus(Duration.ofDays(3)));
        extract(imap("INBOX").lookback(Duration.ofDays(30)));
        assertThat(subjects()).containsExactly("young");

        append("INBOX", "Subject: moved here\r\n\r\n", NOW.minus(Duration.ofDays(90)));
        extract(imap("INBOX").lookback(Duration.ofDays(30)));
        assertThat(subjects()).containsExactly("young", "moved here");
    }

    @Test
    void bringsWhatArrivedInThePastAndLeavesTheCursorWhereItIs() throws Exception {
        Instant day = NOW.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(90));
        for (int i = 0; i < 260; i++) {
            append("INBOX", "Subject: old " + i + "\r\n\r\n", day.plus(Duration.ofHours(12)));
        }
        append("Sent", "Subject: answer\r\n\r\n", day.plus(Duration.ofHours(13)));
        append("INBOX", "Subject: older\r\n\r\n", day.minus(Duration.ofDays(9)));
        append("INBOX", "Subject: young\r\n\r\n", NOW.minus(Duration.ofDays(3)));
        Wish wish = imap("INBOX", "Sent").lookback(Duration.ofDays(30));
        extract(wish);
        Optional<String> cursor = landing.cursor(source);
        Span past = new Span(day, day.plus(Duration.ofDays(1)));
        assertThat(windows.of(source, past)).isEmpty();

        assertThat(extractor.fill(definition(wish), RUN, List.of(past))).isEqualTo(new ExtractResult(3, null, null));

        assertThat(subjects()).hasSize(262).startsWith("young", "old 0").endsWith("old 259", "answer");
        assertThat(landing.cursor(source)).isEqualTo(cursor).isNotEmpty();
        assertThat(windows.of(source, past))
                .containsExactly(new SourceWindow(source, RUN, past, WindowState.FETCHED, null, null, null));
    }

    @Test
    void thePastIsReadOnceWhereTheConnectionIsCut() throws Exception {
        Instant day = NOW.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(90));
        for (int i = 0; i < 300; i++) {
            append("INBOX", "Subject: old " + i + "\r\n\r\n", day.plus(Duration.ofHours(12)));
        }
        List<Span> past = List.of(new Span(day, day.plus(Duration.ofDays(1))));
        try (CuttingProxy line = new CuttingProxy(SERVER.getImap().getPort(), 40_000, true)) {
            assertThat(extractor
                            .fill(definition(imap("INBOX").port(line.port())), RUN, past)
                            .complete())
                    .isTrue();
            assertThat(line.connections()).isEqualTo(2);
        }
        assertThat(subjects()).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void remembersWhereItBeganAlsoWhereNothingWasYoungEnough() throws Exception {
        append("INBOX", "Subject: old\r\n\r\n", NOW.minus(Duration.ofDays(90)));
        extract(imap("INBOX").lookback(Duration.ofDays(30)));
        assertThat(subjects()).isEmpty();
        assertThat(landing.cursor(source))
                .contains("{\"INBOX\":[" + folder("INBOX").getUidValidity() + ",1]}");

        append("INBOX", "Subject: late\r\n\r\n", NOW.minus(Duration.ofDays(60)));
        extract(imap("INBOX").lookback(Duration.ofDays(30)));
        assertThat(subjects()).containsExactly("late");
    }

    @Test
    void readsAFolderFromItsBeginningWhereItsUidsCountAnew() throws Exception {
        arrives("Sent", "one");
        arrives("Sent", "two");
        extract(imap("Sent"));
        long before = folder("Sent").getUidValidity();

        ImapHostManager mailboxes = SERVER.getManagers().getImapHostManager();
        Thread.sleep(1100);
        mailboxes.deleteMailbox(user, "Sent");
        arrives("Sent", "one");
        assertThat(folder("Sent").getUidValidity()).isNotEqualTo(before);

        assertThat(extract(imap("Sent"))).isEqualTo(new ExtractResult(1, null, null));
        assertThat(subjects()).containsExactly("one", "two", "one");
        assertThat(landing.cursor(source))
                .contains("{\"Sent\":[" + folder("Sent").getUidValidity() + ",1]}");
    }

    @Test
    void aTooLargeMailHoldsUpNoOther() throws Exception {
        arrives("INBOX", "one");
        append("INBOX", "Subject: large\r\n\r\n" + "x".repeat(30_000) + "\r\n", NOW);
        arrives("INBOX", "three");

        assertThat(extract(imap("INBOX"))).isEqualTo(new ExtractResult(1, null, null));
        assertThat(subjects()).containsExactly("one", "three");
        assertThat(payloads())
                .filteredOn(Payload.Unreadable.class::isInstance)
                .singleElement()
                .satisfies(left -> {
                    assertThat(((Payload.Unreadable) left).code()).isEqualTo(FailureCode.TOO_LARGE);
                    assertThat(((Payload.Unreadable) left).reason())
                            .startsWith("the mail with UID 2 of the folder INBOX has 300")
                            .doesNotContain("large\r");
                });
    }

    @Test
    void keepsToTheBudgetAndGoesOnThere() throws Exception {
        for (int i = 0; i < 5; i++) {
            arrives("INBOX", "mail " + i);
        }

        ExtractResult first = extract(imap("INBOX").budget(3));
        assertThat(first)
                .isEqualTo(new ExtractResult(
                        1,
                        FailureCode.BUDGET_USED_UP,
                        "The 3 mails that localhost may give in one run are used up; what came is landed, and the next run"
                                + " goes on there."));
        assertThat(extract(imap("INBOX").budget(3))).isEqualTo(new ExtractResult(1, null, null));
        assertThat(subjects()).containsExactly("mail 0", "mail 1", "mail 2", "mail 3", "mail 4");
    }

    @Test
    void goesOnWhereTheConnectionWasCut() throws Exception {
        for (int i = 0; i < 300; i++) {
            arrives("INBOX", "mail " + i);
        }
        try (CuttingProxy line = new CuttingProxy(SERVER.getImap().getPort(), 40_000, true)) {
            assertThat(extract(imap("INBOX").port(line.port())).complete()).isTrue();
            assertThat(line.connections()).isEqualTo(2);
        }
        assertThat(subjects())
                .hasSize(300)
                .doesNotHaveDuplicates()
                .startsWith("mail 0")
                .endsWith("mail 299");
    }

    @Test
    void landsWhatCameBeforeALineThatIsCutAgainAndAgain() throws Exception {
        for (int i = 0; i < 300; i++) {
            arrives("INBOX", "mail " + i);
        }
        ExtractResult broken;
        try (CuttingProxy line = new CuttingProxy(SERVER.getImap().getPort(), 20_000, false)) {
            broken = extract(imap("INBOX").port(line.port()).retries(2));
            assertThat(line.connections()).isEqualTo(3);
        }
        assertThat(broken)
                .isEqualTo(new ExtractResult(
                        0,
                        FailureCode.UNREACHABLE,
                        "localhost breaks off the connection; the next run goes on where this one ended."));
        assertThat(landing.cursor(source)).isEmpty();

        assertThat(extract(imap("INBOX")).complete()).isTrue();
        assertThat(subjects()).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void saysWhatIsWrongWithTheServer() throws Exception {
        arrives("INBOX", "one");

        assertThat(extract(imap("INBOX").secret("${WRONG}")))
                .isEqualTo(
                        new ExtractResult(
                                0,
                                FailureCode.UNAUTHORIZED,
                                "localhost refuses our user or password; see extract.user, and renew what extract.auth names."));
        assertThat(extract(imap("INBOX", "Nowhere")))
                .isEqualTo(new ExtractResult(
                        1,
                        FailureCode.UNEXPECTED_ANSWER,
                        "localhost has no folder Nowhere; name one of its folders in extract.folders."));
        assertThat(extract(imap("INBOX").port(1)).message())
                .startsWith("localhost takes no connection, or its name is not known; ");
        assertThat(extract(imap("INBOX").secret("${UNSET}")).code()).isEqualTo(FailureCode.SECRET_MISSING);
        assertThat(extract(imap("INBOX").tls(Tls.STARTTLS)).code()).isNotNull();
        assertThat(extract(imap("INBOX").tls(Tls.ALWAYS).port(SERVER.getImaps().getPort())))
                .isEqualTo(new ExtractResult(
                        0,
                        FailureCode.UNREACHABLE,
                        "localhost has a certificate that is not trusted, or speaks no TLS; the next run goes on where this one"
                                + " ended."));
        assertThat(subjects()).containsExactly("one");
    }

    @Test
    void showsATokenInPlaceOfAPassword() throws Exception {
        arrives("INBOX", "one");

        assertThat(extract(imap("INBOX").token("${MAIL_PASSWORD}"))).isEqualTo(new ExtractResult(1, null, null));
        assertThat(extract(imap("INBOX").token("${WRONG}")).code()).isEqualTo(FailureCode.UNAUTHORIZED);
    }

    /** A source of the kind, one wish after the other. */
    private record Wish(
            int port,
            Tls tls,
            String secret,
            boolean isToken,
            List<String> folders,
            @Nullable Duration lookBack,
            int most,
            int again) {

        private Wish port(int other) {
            return new Wish(other, tls, secret, isToken, folders, lookBack, most, again);
        }

        private Wish tls(Tls other) {
            return new Wish(port, other, secret, isToken, folders, lookBack, most, again);
        }

        private Wish secret(String other) {
            return new Wish(port, tls, other, false, folders, lookBack, most, again);
        }

        private Wish token(String other) {
            return new Wish(port, tls, other, true, folders, lookBack, most, again);
        }

        private Wish lookback(Duration other) {
            return new Wish(port, tls, secret, isToken, folders, other, most, again);
        }

        private Wish budget(int other) {
            return new Wish(port, tls, secret, isToken, folders, lookBack, other, again);
        }

        private Wish retries(int other) {
            return new Wish(port, tls, secret, isToken, folders, lookBack, most, other);
        }
    }

    private static Wish imap(String... folders) {
        return new Wish(
                SERVER.getImap().getPort(), Tls.NONE, "${MAIL_PASSWORD}", false, List.of(folders), null, 1000, 2);
    }

    private ExtractResult extract(Wish wish) {
        return extractor.extract(definition(wish), RUN);
    }

    private SourceDefinition definition(Wish wish) {
        return new SourceDefinition(
                source,
                "email",
                "support@acme.example",
                null,
                ZoneOffset.UTC,
                IdScope.CHANNEL,
                new ImapExtract(
                        "localhost",
                        wish.port(),
                        wish.tls(),
                        new Login(source, wish.secret(), wish.isToken()),
                        wish.folders(),
                        wish.lookBack(),
                        wish.most(),
                        Duration.ofSeconds(10),
                        wish.again()),
                "email");
    }

    private MailFolder folder(String name) throws Exception {
        ImapHostManager mailboxes = SERVER.getManagers().getImapHostManager();
        MailFolder folder = mailboxes.getFolder(user, name);
        return folder == null ? mailboxes.createMailbox(user, name) : folder;
    }

    private void arrives(String folder, String subject) throws Exception {
        append(folder, "From: anna@example.org\r\nSubject: " + subject + "\r\n\r\nHello\r\n", NOW);
    }

    private void append(String folder, String mail, Instant arrived) throws Exception {
        MimeMessage message = new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
        folder(folder).appendMessage(message, new Flags(), Date.from(arrived));
    }

    private List<Segment> landed() {
        return segments.pending(List.of(source), 2);
    }

    private List<Payload> payloads() throws IOException {
        List<Payload> payloads = new ArrayList<>();
        for (Segment segment : landed()) {
            try (Payloads read = new Decoder(home).open(segment.file(), Format.MBOX, DecodeOptions.DEFAULT)) {
                read.forEachRemaining(payloads::add);
            }
        }
        return payloads;
    }

    private List<Object> mails() throws IOException {
        return payloads().stream()
                .filter(Payload.Readable.class::isInstance)
                .map(payload -> ((Payload.Readable) payload).content())
                .toList();
    }

    private List<String> subjects() throws IOException {
        return mails().stream()
                .map(mail -> String.valueOf(((Map<?, ?>) mail).get("subject")))
                .toList();
    }
}
