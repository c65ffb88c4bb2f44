package dev.tributary;

import static dev.tributary.AMessage.aMessage;
import static dev.tributary.RunAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever wrote is decided upon while what was written is counted, and one of the two fails; the same on every database. */
abstract class StepsSideBySide {

    private static final String DATE = "2026-06-01";

    @TempDir
    Path home;

    private Installation installation;

    abstract Installation installedIn(Path home);

    @BeforeEach
    void annaIsKnownAndWritesAndSoDoesAStranger() {
        installation = installedIn(home)
                .file("mappings/plain.jsonata", AMessage.MAPPING)
                .file("contacts.csv", "id,name,email\nC1,Anna Berger,anna@example.org\n")
                .file(
                        "inbox/monday.ndjson",
                        AMessage.lines(
                                aMessage("1").from("anna@example.org").saying("Where is my tent?"),
                                aMessage("2").from("who@example.org").saying("Do you sell tents?")))
                .file("jobs/sources/mail.yaml", """
                        source: mail
                        channel: mail
                        account: us@acme.example
                        extract: { kind: file, path: "inbox/*.ndjson" }
                        mapping: plain
                        """)
                .file("jobs/nightly-sync.yaml", "job: nightly-sync\ncontacts: contacts.csv\nsources: [mail]\n");
    }

    @Test
    void whatCameIsCountedWhereNobodyCanBeDecidedUpon() {
        assertThat(nightWithout("participant_match").exitCode()).isEqualTo(1);

        assertThat(installation.rows("SELECT on_day, interactions FROM source_day"))
                .containsExactly("2026-05-01 | 2");
        assertThat(installation.rows("SELECT COUNT(*) FROM response_wait")).containsExactly("2");
        assertThat(installation.rows("SELECT COUNT(*) FROM crm_timeline_entry")).containsExactly("0");
        goesOnAndEndsWell();
        assertThat(times("identify", "suggest", "days", "waits", "publish"))
                .containsExactly(
                        "days | COMPLETED",
                        "identify | COMPLETED",
                        "identify | FAILED",
                        "publish | COMPLETED",
                        "suggest | COMPLETED",
                        "waits | COMPLETED");
    }

    @Test
    void whoeverWroteIsDecidedUponWhereNothingCanBeCounted() {
        assertThat(nightWithout("source_day").exitCode()).isEqualTo(1);

        assertThat(installation.rows("SELECT outcome FROM participant_match ORDER BY outcome"))
                .containsExactly("LINKED", "UNMATCHED");
        assertThat(installation.rows("SELECT COUNT(*) FROM crm_timeline_entry")).containsExactly("0");
        goesOnAndEndsWell();
        assertThat(times("identify", "suggest", "days", "waits", "publish"))
                .containsExactly(
                        "days | COMPLETED",
                        "days | FAILED",
                        "identify | COMPLETED",
                        "publish | COMPLETED",
                        "suggest | COMPLETED",
                        "waits | COMPLETED");
    }

    private Ended nightWithout(String table) {
        installation.tributary("status"); // makes the tables
        installation.change("ALTER TABLE " + table + " RENAME TO away");
        try {
            return night();
        } finally {
            installation.change("ALTER TABLE away RENAME TO " + table);
        }
    }

    private void goesOnAndEndsWell() {
        assertThat(night()).completed().people(2, 1, 0, 1);
        assertThat(installation.rows("SELECT contact, text FROM crm_timeline"))
                .containsExactly("C1 | Where is my tent?");
        assertThat(installation.rows("SELECT on_day, interactions FROM source_day"))
                .containsExactly("2026-05-01 | 2");
        assertThat(installation.rows("SELECT COUNT(*) FROM response_wait")).containsExactly("2");
    }

    private Ended night() {
        return installation.tributary("--json", "sync", "--date", DATE);
    }

    private List<String> times(String... steps) {
        return installation.rows("SELECT step_name, status FROM BATCH_STEP_EXECUTION WHERE step_name IN ('"
                + String.join("', '", steps) + "') ORDER BY step_name, status");
    }
}
