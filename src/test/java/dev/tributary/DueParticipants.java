package dev.tributary;

import static dev.tributary.AMessage.aMessage;
import static dev.tributary.AMessage.lines;
import static dev.tributary.RunAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Upon whom a night decides; the same on every database. */
abstract class DueParticipants {

    @TempDir
    Path home;

    private Installation installation;

    abstract Installation installedIn(Path home);

    @BeforeEach
    void aNightWithTwoPeopleOfWhomOneIsAContact() {
        installation = installedIn(home)
                .file("mappings/plain.jsonata", AMessage.MAPPING)
                .file("jobs/sources/inbox.yaml", """
                        source: inbox
                        channel: inbox
                        account: us@acme.example
                        idScope: channel
                        extract: { kind: file, path: "inbox/*.ndjson", keep: true }
                        mapping: plain
                        """)
                .file("jobs/nightly-sync.yaml", "job: nightly-sync\ncontacts: contacts.csv\nsources: [inbox]\n")
                .file("contacts.csv", "id,name,emails\nC1,Anna,anna@example.org\n")
                .file("inbox/1.ndjson", lines(wrote("anna@example.org"), wrote("bo@example.org")));
        assertThat(night(1)).completed().people(2, 1, 0, 1);
        assertThat(decidedUpon(1)).isEqualTo(2);
    }

    @Test
    void nobodyWhereNothingChanged() {
        assertThat(night(2)).completed().people(2, 1, 0, 1);

        assertThat(decidedUpon(2)).isZero();
    }

    @Test
    void whoeverShowsSomethingNew() {
        installation.file("inbox/2.ndjson", lines(wrote("cy@example.org")));
        assertThat(night(2)).completed().people(3, 1, 0, 2);

        assertThat(decidedUpon(2)).isOne();
    }

    @Test
    void whoeverUsesWhatAContactCarriesSince() {
        installation.file("contacts.csv", "id,name,emails\nC1,Anna,anna@example.org\nC2,Bo,bo@example.org\n");
        assertThat(night(2)).completed().people(2, 2, 0, 0);

        assertThat(decidedUpon(2)).isOne();
    }

    @Test
    void everybodyWhereRulesChanged() {
        boIsAlways("C1");
        assertThat(night(2)).completed().people(2, 2, 0, 0);

        assertThat(decidedUpon(2)).isEqualTo(2);
        assertThat(night(3)).completed().people(2, 2, 0, 0);
        assertThat(decidedUpon(3)).isZero();
    }

    @Test
    void everybodyWhereAContactCameThatARuleNames() {
        boIsAlways("C2");
        assertThat(night(2)).completed().people(2, 1, 0, 1);
        installation.file("contacts.csv", "id,name,emails\nC1,Anna,anna@example.org\nC2,Bo,\n");

        assertThat(night(3)).completed().people(2, 2, 0, 0);
    }

    @Test
    void everybodyOnDemand() {
        assertThat(installation.tributary("--json", "sync", "--date", "2026-06-02", "--restage"))
                .completed()
                .people(2, 1, 0, 1);

        assertThat(decidedUpon(2)).isEqualTo(2);
    }

    private void boIsAlways(String contact) {
        installation.file("mappings/identity/match-rules.yaml", """
                links:
                  rules:
                    - rule: same-email
                      when: { email: SAME }
                      then: MATCH
                  always: [[bo@example.org, %s]]
                """.formatted(contact));
    }

    private Ended night(int day) {
        return installation.tributary("--json", "sync", "--date", "2026-06-0" + day);
    }

    private int decidedUpon(int run) {
        return Integer.parseInt(installation.rows("""
                SELECT s.READ_COUNT FROM BATCH_STEP_EXECUTION s
                JOIN BATCH_JOB_EXECUTION_PARAMS p ON p.JOB_EXECUTION_ID = s.JOB_EXECUTION_ID
                WHERE s.STEP_NAME = 'identify' AND p.PARAMETER_NAME = 'run' AND p.PARAMETER_VALUE = '%d'""".formatted(run)).get(0));
    }

    private static AMessage wrote(String address) {
        return aMessage("of " + address).from(address).saying("Hello");
    }
}
