package dev.tributary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.due.Due;
import dev.tributary.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.jdbc.core.JdbcTemplate;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class IdentifyTest {

    private static final String[] DECIDED = {"link", "participant_match", "review_case", "review_candidate"};

    @Parameter
    TestDatabase database;

    private JdbcTemplate jdbc;

    @BeforeEach
    void anEmptyDatabase() {
        database.clear();
        jdbc = database.jdbc();
    }

    @Test
    void linksByTheRuleAndKeepsTheEvidence() {
        long ann = contact("ann", "EMAIL", "ann@example.org", "PHONE", "+12025550143");
        long participant = customer("7", "EMAIL", "ann@example.org", "PHONE", "+12025550143");
        long run = identify();

        assertThat(database.rows("SELECT participant_id, contact_id, sequence, status, rule, actor, run_id, decided_at"
                        + " FROM link"))
                .hasToString(
                        "[{participant_id=" + participant + ", contact_id=" + ann + ", sequence=1, status=INFERRED,"
                                + " rule=same-email+same-phone, actor=tributary, run_id=" + run
                                + ", decided_at=2026-02-01T03:30}]");
        assertThat(jdbc.queryForObject("SELECT evidence FROM link", String.class))
                .isEqualTo(("[{'type':'EMAIL','value':'ann@example.org','raw':'raw ann@example.org','grade':'CHANNEL',"
                                + "'contacts':1},{'type':'PHONE','value':'+12025550143','raw':'raw +12025550143',"
                                + "'grade':'CHANNEL','contacts':1}]")
                        .replace('\'', '"'));
        assertThat(standing()).containsExactly("LINKED EVIDENCE");
    }

    @Test
    void decidesNothingAboutOurselvesAndBystanders() {
        contact("ann", "EMAIL", "ann@example.org");
        participant("7", 2, "EMAIL", "ann@example.org");
        participant("8", 0, "EMAIL", "ann@example.org");
        identify();

        assertThat(standing()).isEmpty();
        assertThat(database.rows("SELECT * FROM link")).isEmpty();
    }

    @Test
    void opensACaseWithBothContactsAndTheirEvidence() {
        long ann = contact("ann", "EMAIL", "ann@example.org");
        long bo = contact("bo", "PHONE", "+12025550143");
        customer("7", "EMAIL", "ann@example.org", "PHONE", "+12025550143");
        long run = identify();

        assertThat(standing()).containsExactly("REVIEW CONFLICTING_IDENTIFIERS");
        assertThat(database.rows("SELECT reason, state, opened_run, closed_run FROM review_case"))
                .hasToString("[{reason=CONFLICTING_IDENTIFIERS, state=OPEN, opened_run=" + run + ", closed_run=null}]");
        assertThat(database.rows("SELECT contact_id, type, value_text, rule FROM review_candidate ORDER BY contact_id"))
                .hasToString("[{contact_id=" + ann + ", type=EMAIL, value_text=ann@example.org, rule=same-email},"
                        + " {contact_id=" + bo + ", type=PHONE, value_text=+12025550143, rule=same-phone}]");
    }

    @Test
    void writesNothingWhenItDecidesTheSameAgain() {
        contact("ann", "EMAIL", "ann@example.org");
        contact("bo", "EMAIL", "family@example.org");
        contact("cy", "EMAIL", "family@example.org");
        customer("7", "EMAIL", "ann@example.org");
        customer("8", "EMAIL", "family@example.org");
        customer("9", "EMAIL", "stranger@example.org");
        customer("10");
        identify();
        Map<String, List<String>> before = database.content(DECIDED);

        identify();

        assertThat(database.content(DECIDED)).isEqualTo(before);
        assertThat(standing())
                .containsExactly(
                        "LINKED EVIDENCE",
                        "REVIEW AMBIGUOUS_IDENTIFIER",
                        "UNMATCHED NOT_IN_CRM",
                        "UNMATCHED NO_IDENTIFIER");
    }

    @Test
    void bringsTheEvidenceOfAnOpenCaseUpToDate() {
        contact("bo", "EMAIL", "family@example.org");
        contact("cy", "EMAIL", "family@example.org");
        customer("8", "EMAIL", "family@example.org");
        long first = identify();
        contact("di", "EMAIL", "family@example.org");
        identify();

        assertThat(database.rows("SELECT reason, state, opened_run FROM review_case"))
                .hasToString("[{reason=SHARED_IDENTIFIER, state=OPEN, opened_run=" + first + "}]");
        assertThat(database.rows("SELECT contact_id FROM review_candidate")).hasSize(3);
    }

    @Test
    void closesACaseThatTheCrmHasAnsweredAndOpensItAgain() {
        long bo = contact("bo", "EMAIL", "family@example.org");
        long cy = contact("cy", "EMAIL", "family@example.org");
        customer("8", "EMAIL", "family@example.org");
        identify();
        jdbc.update("DELETE FROM crm_contact_point WHERE contact_id = ?", cy);
        long second = identify();

        assertThat(database.rows("SELECT state, closed_run FROM review_case"))
                .hasToString("[{state=CLOSED, closed_run=" + second + "}]");
        assertThat(jdbc.queryForObject("SELECT contact_id FROM link", Long.class))
                .isEqualTo(bo);

        contactPoint(cy, "EMAIL", "family@example.org", "CRM");
        identify();
        assertThat(database.rows("SELECT reason, state, closed_run FROM review_case"))
                .hasToString("[{reason=AMBIGUOUS_IDENTIFIER, state=OPEN, closed_run=null}]");
        assertThat(database.rows("SELECT status FROM link")).hasToString("[{status=INFERRED}]");
    }

    @Test
    void numbersTheLinksOfAPairThatWasPartedOnce() {
        contact("ann", "EMAIL", "ann@example.org");
        customer("7", "EMAIL", "ann@example.org");
        identify();
        jdbc.update("UPDATE link SET status = 'RETRACTED', active_participant = NULL");
        identify();

        assertThat(database.rows("SELECT sequence, status FROM link ORDER BY sequence"))
                .hasToString("[{sequence=1, status=RETRACTED}, {sequence=2, status=INFERRED}]");
    }

    @Test
    void leavesTheAssertedLinkWhereAPersonPutIt() {
        contact("ann", "EMAIL", "ann@example.org");
        long bo = contact("bo");
        long participant = customer("7", "EMAIL", "ann@example.org");
        jdbc.update(
                "INSERT INTO link (participant_id, contact_id, sequence, status, active_participant, rule, evidence,"
                        + " actor, decided_at) VALUES (?, ?, 1, 'ASSERTED', ?, 'verdict', '[]', 'steward',"
                        + " '2026-01-01 00:00:00')",
                participant,
                bo,
                participant);
        Map<String, List<String>> links = database.content("link");
        identify();

        assertThat(database.content("link")).isEqualTo(links);
        assertThat(standing()).containsExactly("LINKED EVIDENCE");
    }

    @Test
    void makesNoLinkOfWhatItLearnedFromALink() {
        long ann = contact("ann");
        contactPoint(ann, "EMAIL", "ann@example.org", "TRIBUTARY");
        customer("7", "EMAIL", "ann@example.org");
        identify();

        assertThat(standing()).containsExactly("UNMATCHED NOT_IN_CRM");
    }

    @Test
    void comparesByteByByte() {
        contact("ann", "EMAIL", "zoe@example.org");
        customer("7", "EMAIL", "zoë@example.org");
        customer("8", "EMAIL", "ZOE@example.org");
        customer("9", "EMAIL", "zoe@example.org\u200B");
        identify();

        assertThat(standing()).containsOnly("UNMATCHED NOT_IN_CRM").hasSize(3);
    }

    @Test
    void countsAllWhoShareAnIdentifierAndNamesTheFirstTen() {
        for (int number = 0; number < 25; number++) {
            contact("c" + number, "PHONE", "+12025550188");
        }
        customer("7", "PHONE", "+12025550188");
        identify();

        assertThat(standing()).containsExactly("REVIEW SHARED_IDENTIFIER");
        assertThat(database.rows("SELECT contact_id FROM review_candidate")).hasSize(10);
    }

    private long identify() {
        long run = database.openRun();
        Matching matching = database.bean(Matching.class);
        matching.bringUpToDate(Due.Scope.EVERYBODY);
        Matcher matcher = matching.matcherOfRun();
        List<Resolved> resolved = new ArrayList<>();
        CandidateReader.ofAll(database.bean(DataSource.class)).forEach(it -> resolved.add(matcher.resolve(it)));
        Clock clock = Clock.fixed(Instant.parse("2026-02-01T03:30:00Z"), ZoneOffset.UTC);
        DecisionWriter writer = new DecisionWriter(jdbc, new Cases(jdbc), run, clock);
        database.transaction().executeWithoutResult(status -> writer.write(new Chunk<>(resolved)));
        return run;
    }

    private List<String> standing() {
        return jdbc.query(
                "SELECT outcome, reason FROM participant_match ORDER BY participant_id",
                (row, number) -> row.getString(1) + " " + row.getString(2));
    }

    private long contact(String id, String... points) {
        jdbc.update(
                "INSERT INTO crm_contact (external_id, name, content_hash, changed_at)"
                        + " VALUES (?, ?, ?, '2026-01-01 00:00:00')",
                id,
                id,
                new byte[16]);
        long contact = jdbc.queryForObject("SELECT id FROM crm_contact WHERE external_id = ?", Long.class, id);
        for (int point = 0; point < points.length; point += 2) {
            contactPoint(contact, points[point], points[point + 1], "CRM");
        }
        return contact;
    }

    private void contactPoint(long contact, String type, String value, String origin) {
        jdbc.update("INSERT INTO crm_contact_point VALUES (?, ?, ?, ?, TRUE, ?)", contact, type, value, value, origin);
    }

    private long customer(String id, String... identifiers) {
        return participant(id, 1, identifiers);
    }

    private long participant(String id, int side, String... identifiers) {
        byte[] key = new byte[16];
        key[0] = Byte.parseByte(id);
        jdbc.update(
                "INSERT INTO participant (natural_key, channel, scope, native_id, side, profile_at)"
                        + " VALUES (?, 'x', '', ?, ?, '2026-01-01 00:00:00')",
                key,
                id,
                side);
        long participant = jdbc.queryForObject("SELECT id FROM participant WHERE native_id = ?", Long.class, id);
        for (int at = 0; at < identifiers.length; at += 2) {
            jdbc.update(
                    "INSERT INTO participant_identifier VALUES (?, ?, ?, ?, 'CHANNEL', TRUE, '2026-01-01 00:00:00',"
                            + " '2026-01-01 00:00:00')",
                    participant,
                    identifiers[at],
                    identifiers[at + 1],
                    "raw " + identifiers[at + 1]);
        }
        return participant;
    }
}
