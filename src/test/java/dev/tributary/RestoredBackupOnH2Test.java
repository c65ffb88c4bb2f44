package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database from an older backup, below a landing folder of today, as the runbook has it: the next night makes up for it. */
@Tag("slow")
class RestoredBackupOnH2Test {

    private static final String MAPPING = """
            {
              "kind": "interaction", "id": entry_id, "type": "post", "visibility": "public", "direction": "inbound",
              "at": written, "author": { "name": name, "emails": [email] }, "text": entry
            }
            """;

    @TempDir
    private Path home;

    private Installation installation;

    @BeforeEach
    void twoNightsAndABackupBetweenThem() throws IOException {
        installation = Installation.onH2(home)
                .file("mappings/book.jsonata", MAPPING)
                .file("jobs/sources/hotel.yaml", source("hotel", false))
                .file("jobs/sources/garden.yaml", source("garden", true))
                .file("contacts.csv", "id,name,email\nC1,Ada Hill,ada@example.org\nC2,Ben Moor,ben@example.org\n")
                .file("jobs/nightly-sync.yaml", """
                        job: nightly-sync
                        contacts: contacts.csv
                        sources: [hotel, garden]
                        """);
        drop("hotel", "monday.csv", "1,2026-05-04T18:00:00Z,Ada,ada@example.org,We will come again!");
        drop("garden", "monday.csv", "1,2026-05-04T19:00:00Z,Ben,ben@example.org,Roses everywhere");
        night("2026-05-04");
        Files.copy(home.resolve("tributary.mv.db"), home.resolve("backup"));
        drop("hotel", "tuesday.csv", "2,2026-05-05T18:00:00Z,Ben,ben@example.org,The soup was cold");
        drop("garden", "tuesday.csv", "2,2026-05-05T19:00:00Z,Ada,ada@example.org,And no bench to sit on");
        night("2026-05-05");
    }

    @Test
    void isAsItWasBeforeOnceWhatTheLedgerDoesNotKnowIsHandedInAgain() throws IOException {
        List<String> before = story();
        assertThat(before).hasSize(4);
        Files.move(home.resolve("backup"), home.resolve("tributary.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(story()).hasSize(2);

        drop("hotel", "wednesday.csv", "3,2026-05-06T18:00:00Z,Ada,ada@example.org,The soup is hot again");
        night("2026-05-06");

        Path aside = home.resolve("landing/hotel/0000000002-tuesday.csv.orphan");
        assertThat(aside).content().contains("The soup was cold");
        assertThat(home.resolve("landing/hotel/0000000002-wednesday.csv")).exists();
        assertThat(story()).hasSize(4).noneMatch(row -> row.contains("The soup was cold"));

        Files.copy(aside, home.resolve("drop/hotel/tuesday.csv"));
        night("2026-05-07");

        assertThat(story()).hasSize(5).containsAll(before);
        assertThat(installation.rows("SELECT COUNT(*) FROM interaction")).containsExactly("5");
    }

    private List<String> story() {
        return installation.rows("SELECT contact, channel, at_utc, text FROM crm_timeline ORDER BY at_utc");
    }

    private void night(String date) {
        CommandLineRun.Ended ended = installation.tributary("sync", "--date", date);
        assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    }

    private void drop(String source, String file, String row) {
        installation.file("drop/" + source + "/" + file, "entry_id,written,name,email,entry\n" + row + "\n");
    }

    private static String source(String name, boolean keep) {
        return """
                source: %s
                channel: %s
                account: house
                extract: { kind: file, path: "drop/%s/*.csv", keep: %s }
                mapping: book
                """.formatted(name, name, name, keep);
    }
}
