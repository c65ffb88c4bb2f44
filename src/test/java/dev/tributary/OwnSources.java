package dev.tributary;

import static dev.tributary.AMessage.aMessage;
import static dev.tributary.AMessage.lines;
import static dev.tributary.RunAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home folder with sources of the user's own; the same on every database. */
abstract class OwnSources {

    @TempDir
    Path home;

    abstract Installation installedIn(Path home);

    @Test
    void readsWhatCameSinceAndTakesWhatLiesInADropFolder() {
        Installation installation = with(installedIn(home), "kept", true, "dropped", false)
                .file(
                        "inbox/kept/1.ndjson",
                        lines(aMessage("k1").from("+493023125101").saying("one")))
                .file(
                        "inbox/dropped/1.ndjson",
                        lines(aMessage("d1").from("+493023125102").saying("drop")));
        assertThat(installation.tributary("--json", "sync", "--date", "2026-05-31"))
                .completed()
                .read("kept", 1)
                .read("dropped", 1);

        assertThat(home.resolve("inbox/kept/1.ndjson")).exists();
        assertThat(home.resolve("inbox/dropped/1.ndjson")).doesNotExist();
        assertThat(home.resolve("landing/dropped/0000000001-1.ndjson"))
                .content()
                .contains("drop");

        installation
                .file(
                        "inbox/kept/2.ndjson",
                        lines(aMessage("k2").from("+493023125101").saying("two")))
                .file(
                        "inbox/kept/1.ndjson",
                        lines(
                                aMessage("k1").from("+493023125101").saying("one"),
                                aMessage("k3").from("+493023125101").saying("three")));
        assertThat(installation.tributary("--json", "sync", "--date", "2026-06-01"))
                .completed()
                .read("kept", 3)
                .counted("kept", "new", 2)
                .counted("kept", "unchanged", 1)
                .read("dropped", 0);
        assertThat(installation.rows("SELECT origin, sequence FROM landing_segment WHERE source = 'kept' ORDER BY 2"))
                .containsExactly("1.ndjson | 1", "1.ndjson | 2", "2.ndjson | 3");
    }

    @Test
    void runsASourceAgainThatFailedAlone() {
        Installation installation = with(installedIn(home), "good", true, "late", true)
                .file(
                        "inbox/good/1.ndjson",
                        lines(aMessage("g1").from("+493023125101").saying("here")));
        Ended partial = installation.tributary("--json", "sync", "--date", "2026-05-31");
        assertThat(partial.exitCode()).isEqualTo(4);
        assertThat(partial).state("PARTIAL").read("good", 1).failed("late", "FILE_UNAVAILABLE");
        assertThat(home.resolve("out/reports/2026-05-31/audit.xlsx")).exists();

        installation.file(
                "inbox/late/1.ndjson",
                lines(aMessage("l1").from("+493023125102").saying("late")));
        assertThat(installation.tributary("--json", "sync", "--date", "2026-05-31"))
                .completed()
                .read("good", 0)
                .counted("late", "new", 1);
        assertThat(home.resolve("out/reports/2026-05-31/attempt-2/audit.xlsx")).exists();
        assertThat(installation.rows("SELECT attempt, state FROM sync_run ORDER BY attempt"))
                .containsExactly("1 | PARTIAL", "2 | COMPLETED");
    }

    @Test
    void publishesThePastOfContactsThatAreImportedLater() throws IOException {
        Installation installation = with(installedIn(home), "phone", true, "mail", true)
                .file(
                        "inbox/phone/1.ndjson",
                        lines(
                                aMessage("p1").from("+493023125101").saying("by csv"),
                                aMessage("p2").from("+442079460142").saying("by vCard")))
                .file(
                        "inbox/mail/1.ndjson",
                        lines(aMessage("m1").from("kenji@example.com").saying("by workbook")));
        assertThat(installation.tributary("--json", "sync", "--date", "2026-05-31"))
                .completed()
                .people(3, 0, 0, 3);
        assertThat(installation.rows("SELECT * FROM crm_timeline")).isEmpty();

        installation.file("anna.csv", "id,name,phones\nC1,Anna Berg,030 23125101\n");
        installation.file("priya.vcf", """
                BEGIN:VCARD
                VERSION:4.0
                UID:C3
                FN:Priya Nair
                TEL:+44 20 7946 0142
                END:VCARD
                """);
        ContactBook.at(home.resolve("kenji.xlsx")).with("C2", "Kenji Tanaka", "Kenji@example.com");
        assertThat(added(installation, "anna.csv", "--region", "DE")).isEqualTo(1);
        assertThat(added(installation, "kenji.xlsx")).isEqualTo(1);
        assertThat(added(installation, "priya.vcf")).isEqualTo(1);

        assertThat(installation.tributary("--json", "sync", "--date", "2026-06-01"))
                .completed()
                .read("phone", 0)
                .people(3, 3, 0, 0);
        assertThat(installation.rows("SELECT contact, contact_name, text FROM crm_timeline ORDER BY contact"))
                .containsExactly(
                        "C1 | Anna Berg | by csv", "C2 | Kenji Tanaka | by workbook", "C3 | Priya Nair | by vCard");
    }

    @Test
    void keepsTwoHomesApart(@TempDir Path otherHome) {
        Installation one = with(installedIn(home), "kept", true, "other", true)
                .file(
                        "inbox/kept/1.ndjson",
                        lines(aMessage("m1").from("+493023125101").saying("one")))
                .file("inbox/other/1.ndjson", "");
        Installation other = with(installedIn(otherHome), "kept", true, "other", true)
                .file(
                        "inbox/kept/1.ndjson",
                        lines(aMessage("m1").from("+442079460142").saying("other")))
                .file("inbox/other/1.ndjson", "");
        one.tributary("sync", "--date", "2026-05-31");
        Contents before = one.everything();
        assertThat(other.tributary("--json", "sync", "--date", "2026-05-31"))
                .completed()
                .counted("kept", "new", 1);

        assertThat(before.changesUntil(one.everything())).isEmpty();
        assertThat(one.rows("SELECT body FROM interaction")).containsExactly("one");
        assertThat(other.rows("SELECT body FROM interaction")).containsExactly("other");
    }

    private int added(Installation installation, String file, String... options) {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "--json";
        arguments[1] = "contacts";
        arguments[2] = "import";
        arguments[3] = home.resolve(file).toString();
        System.arraycopy(options, 0, arguments, 4, options.length);
        return installation.tributary(arguments).json().path("added").asInt();
    }

    private static Installation with(
            Installation installation, String one, boolean keepOne, String other, boolean keepOther) {
        return source(source(installation, one, keepOne), other, keepOther)
                .file("mappings/plain.jsonata", AMessage.MAPPING)
                .file("jobs/nightly-sync.yaml", "job: nightly-sync\nsources: [%s, %s]\n".formatted(one, other));
    }

    private static Installation source(Installation installation, String name, boolean keep) {
        return installation.file("jobs/sources/" + name + ".yaml", """
                source: %1$s
                channel: %1$s
                account: "+12025550100"
                idScope: channel
                extract: { kind: file, path: "inbox/%1$s/*.ndjson", keep: %2$s }
                mapping: plain
                """.formatted(name, keep));
    }
}
