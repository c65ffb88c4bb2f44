package dev.tributary;

import static dev.tributary.AMessage.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A steward learns that a number is a company's, says so, and takes it back. */
class IdentifiersCommandTest {

    private static final String NUMBER = "+493023125801";

    @Test
    void aStewardTellsACompanysNumberFromAPersonsOwn(@TempDir Path home) {
        Installation installation = aCallFromPetra(home);
        assertThat(installation.rows("SELECT contact FROM crm_timeline")).containsExactly("C1");

        Ended shared = installation.tributary(
                "identifiers",
                "share",
                "phone:+49 30 23125801",
                "--kind",
                "COMPANY_LINE",
                "--contact",
                "C2",
                "--since",
                "2020-01-01",
                "--reason",
                "told by Petra",
                "--actor",
                "mia");
        Ended again = installation.tributary(
                "identifiers",
                "share",
                "phone:" + NUMBER,
                "--kind",
                "company_line",
                "--contact",
                "C2",
                "--since",
                "2020-01-01");
        Ended list = installation.tributary("identifiers", "list", "--kind", "COMPANY_LINE");
        Ended asJson = installation.tributary("--json", "identifiers", "list", "--kind", "COMPANY_LINE");
        installation.tributary("sync", "--date", "2026-06-01");

        assertThat(shared.exitCode()).isZero();
        assertThat(shared.out())
                .contains("phone:" + NUMBER + " is COMPANY_LINE", "1 link(s) rested on it alone", "on contact C1");
        assertThat(again.out()).contains("is already COMPANY_LINE");
        assertThat(list.out())
                .contains("phone:" + NUMBER + "  COMPANY_LINE of C2 since 2020-01-01  (mia: told by Petra)");
        assertThat(asJson.json().at("/identifiers/0/contact").asString()).isEqualTo("C2");
        assertThat(installation.rows("SELECT outcome, reason FROM participant_match"))
                .containsExactly("REVIEW | CONTRADICTS_LINK");

        Ended moved = installation.tributary(
                "identifiers",
                "share",
                "phone:" + NUMBER,
                "--kind",
                "COMPANY_LINE",
                "--contact",
                "C2",
                "--since",
                "2020-01-01",
                "--move-to",
                "C2");
        assertThat(moved.out()).contains("They are on C2 now; 1 message(s) left a timeline.");
        assertThat(installation.rows("SELECT contact FROM crm_timeline")).containsExactly("C2");
        installation.tributary("sync", "--date", "2026-06-02");
        assertThat(installation.rows("SELECT outcome, reason FROM participant_match"))
                .containsExactly("LINKED | EVIDENCE");
        assertThat(installation.rows("SELECT contact FROM crm_timeline")).containsExactly("C2");
    }

    @Test
    void aStewardTakesBackWhatRestedOnASharedNumberAndTheNextNightDoesNotLinkItAgain(@TempDir Path home) {
        Installation installation = aCallFromPetra(home);
        Ended shared = installation.tributary(
                "--json", "identifiers", "share", "phone:" + NUMBER, "--kind", "HOUSEHOLD", "--retract");
        assertThat(shared.json().path("takenBack").asBoolean()).isTrue();
        assertThat(installation.rows("SELECT contact FROM crm_timeline")).isEmpty();
        installation.tributary("sync", "--date", "2026-06-01");

        assertThat(installation.rows("SELECT outcome, reason FROM participant_match"))
                .containsExactly("REVIEW | SHARED_IDENTIFIER");
        assertThat(installation.rows("SELECT contact FROM crm_timeline")).isEmpty();

        Ended unshared = installation.tributary("identifiers", "unshare", "phone:" + NUMBER);
        installation.tributary("sync", "--date", "2026-06-02");
        assertThat(unshared.out()).contains("is shared no more");
        assertThat(installation.rows("SELECT outcome, reason FROM participant_match"))
                .containsExactly("LINKED | EVIDENCE");
    }

    @ParameterizedTest
    @CsvSource({
        "'phone:030 12345', 'country code'",
        "'email:nobody', 'no valid address'",
        "'fax:+493012345', 'email, phone, handle, id'",
        "'handle:ann', 'handle:x:ann'",
        "'+493012345', 'TYPE:VALUE'"
    })
    void refusesWhatIsNoIdentifierAndSaysWhatWouldBe(String identifier, String cure, @TempDir Path home) {
        Ended ended = CommandLineRun.in(home).tributary("identifiers", "share", identifier, "--kind", "JUNK");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains(cure);
    }

    @Test
    void refusesAContactThatTheCrmDoesNotHave(@TempDir Path home) {
        Ended ended = CommandLineRun.in(home)
                .tributary("identifiers", "share", "phone:" + NUMBER, "--kind", "COMPANY_LINE", "--contact", "C9");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("no contact 'C9'", "contacts import");
    }

    @Test
    void refusesAPeriodThatEndsBeforeItBegins(@TempDir Path home) {
        Ended ended = CommandLineRun.in(home)
                .tributary(
                        "identifiers",
                        "share",
                        "phone:" + NUMBER,
                        "--kind",
                        "JUNK",
                        "--since",
                        "2026-06-01",
                        "--until",
                        "2026-05-31");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("--since lies after --until");
    }

    private static Installation aCallFromPetra(Path home) {
        Installation installation = Installation.onH2(home)
                .file("mappings/plain.jsonata", AMessage.MAPPING)
                .file("jobs/sources/calls.yaml", """
                        source: calls
                        channel: phone
                        account: acme
                        extract: { kind: file, path: "drop/*.ndjson" }
                        mapping: plain
                        """)
                .file("jobs/nightly-sync.yaml", "job: nightly-sync\ncontacts: contacts.csv\nsources: [calls]\n")
                .file("contacts.csv", """
                        id,name,given_name,family_name,company,phones
                        C1,Petra Vogt,Petra,Vogt,Nordlicht GmbH,+49 30 23125801
                        C2,Nordlicht GmbH,,,Nordlicht GmbH,
                        """)
                .file(
                        "drop/one.ndjson",
                        AMessage.lines(aMessage("1").from(NUMBER).saying("Hello?")));
        installation.tributary("sync", "--date", "2026-05-31");
        return installation;
    }
}
