package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a CRM user reads after the first night on the bundled samples; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TimelineStories {

    private Installation installation;

    abstract Installation installedIn(Path home);

    static List<Path> questions() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("sql/audit"))) {
            return files.sorted().toList();
        }
    }

    @BeforeAll
    void firstNight(@TempDir Path home) {
        installation = installedIn(home);
        assertThat(installation.tributary("sync", "--date", "2026-05-31").exitCode())
                .isZero();
    }

    @Test
    void tellsAnnasStoryInOneThread() {
        assertThat(story("C001"))
                .containsExactly(
                        "2026-05-04 07:41 | x | INBOUND | @acmeoutdoor the zip of my",
                        "2026-05-04 07:58 | x | OUTBOUND | @anna_trail Oh no, that is",
                        "2026-05-04 08:12 | phone | OUTBOUND | Call, 6 min 12 s, complete",
                        "2026-05-04 08:59 | x | INBOUND | @acmeoutdoor Wow, that was",
                        "2026-05-04 09:10 | helpdesk | INBOUND | Hello Mia,",
                        "2026-05-04 09:25 | helpdesk | OUTBOUND | Thank you, Anna! The new z",
                        "2026-05-08 16:02 | helpdesk | INBOUND | It is in and it runs like",
                        "2026-05-16 18:20 | x | INBOUND | Four days from broken to b");
    }

    @Test
    void tellsPriyasStoryWithHerPhoneCall() {
        assertThat(story("C005"))
                .containsExactly(
                        "2026-05-18 11:20 | whatsapp | INBOUND | Hi! Can I return boots tha",
                        "2026-05-18 15:00 | phone | INBOUND | Call, 4 min 1 s, completed",
                        "2026-05-18 15:30 | helpdesk | INBOUND | Hi, I asked on WhatsApp as",
                        "2026-05-20 08:05 | whatsapp | OUTBOUND | Hi Priya, of course. Sorry",
                        "2026-05-20 08:10 | helpdesk | OUTBOUND | Of course, Priya. The labe");
    }

    @Test
    void showsAnEditedCommentInItsLastWords() {
        assertThat(messages("501_9003"))
                .containsExactly("2026-05-07 18:30 | 2026-05-07 18:32 | null | Quanto pesa senza i picchetti?");
        assertThat(messages("560100000000000005"))
                .containsExactly("2026-05-11 12:00 | 2026-05-11 12:01 | null | このポールは直せますか？🙏");
        assertThat(messages("2054971333145526273"))
                .containsExactly("2026-05-14 17:05 | 2026-05-14 17:09 | null | @acmeoutdoor are the Fern boots vegan?");
    }

    @Test
    void keepsATombstoneWithoutTheWordsOfWhatWasWithdrawn() {
        assertThat(messages("501_9004")).containsExactly("2026-05-08 02:11 | null | 2026-05-08 06:31 | null");
        assertThat(messages("560100000000000002")).containsExactly("2026-05-07 01:14 | null | 2026-05-07 01:15 | null");
        assertThat(installation.rows("SELECT text FROM crm_timeline WHERE contact = 'C002' AND deleted = TRUE"))
                .containsExactly("null");
        assertThat(installation.everything().rows().values())
                .noneMatch(rows -> rows.stream().anyMatch(row -> row.contains("WIN A FREE TENT")));
    }

    @Test
    void tiesAReplyToWhatItAnswers() {
        assertThat(answeredBy("2051209881318326273")).containsExactly("2051205485687734273");
        assertThat(answeredBy("501_9002")).containsExactly("501_9001");
        assertThat(answeredBy("demo-03@mail.example.org")).containsExactly("demo-02@acme.example");
        assertThat(answeredBy("wamid.ACMEDEMO00000003")).containsExactly("wamid.ACMEDEMO00000002");
    }

    @Test
    void keepsTheCommentThatAPrivateReplyAnswers() {
        assertThat(installation.rows("""
                        SELECT r.type, c.native_id, c.visibility, i.visibility FROM interaction_relation r
                        JOIN interaction i ON i.id = r.interaction_id
                        JOIN interaction c ON c.natural_key = r.target_key
                        WHERE i.native_id = 'm_AcmeDemo0001'""")).containsExactly("PRIVATE_REPLY_TO | 501_9001 | PUBLIC | PRIVATE");
        assertThat(installation.rows("""
                        SELECT type FROM crm_timeline WHERE contact = 'C003' AND channel = 'facebook'
                        ORDER BY at_utc""")).containsExactly("COMMENT", "MESSAGE", "COMMENT", "MESSAGE", "MESSAGE");
    }

    @Test
    void knowsWhatTwoSourcesReportedAsOneMessageWithTwoWitnesses() {
        assertThat(installation.rows("""
                        SELECT w.source FROM interaction i JOIN interaction_witness w ON w.interaction_id = i.id
                        WHERE i.native_id = '2051205485687734273' ORDER BY w.source""")).containsExactly("x-mentions", "x-search");
    }

    @Test
    void keepsNotesAmongOurselvesOffTheTimeline() {
        assertThat(installation.rows("SELECT direction FROM crm_timeline GROUP BY direction ORDER BY direction"))
                .containsExactly("INBOUND", "OUTBOUND");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void answersTheAuditors(Path question) throws IOException {
        String ofAnna = Files.readString(question).replace("1234567890", "2051205485687734273");
        assertThat(installation.rows(ofAnna)).isNotEmpty();
    }

    private List<String> story(String contact) {
        return installation
                .rows("SELECT " + minute("at_utc") + ", channel, direction, SUBSTRING(text, 1, 26)"
                        + " FROM crm_timeline WHERE contact = '" + contact + "' ORDER BY at_utc")
                .stream()
                .map(row -> row.lines().findFirst().orElseThrow().stripTrailing())
                .toList();
    }

    private List<String> messages(String nativeId) {
        return installation.rows("SELECT " + minute("occurred_at") + ", " + minute("edited_at") + ", "
                + minute("deleted_at") + ", body FROM interaction WHERE native_id = '" + nativeId + "'");
    }

    private static String minute(String column) {
        return "CAST(" + column + " AS CHAR(16))";
    }

    private List<String> answeredBy(String nativeId) {
        return installation.rows("""
                SELECT parent.native_id FROM interaction reply
                JOIN interaction parent ON parent.natural_key = reply.parent_key
                WHERE reply.native_id = '%s'""".formatted(nativeId));
    }
}
