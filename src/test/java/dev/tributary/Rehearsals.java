package dev.tributary;

import static dev.tributary.AMessage.aMessage;
import static dev.tributary.AMessage.lines;
import static dev.tributary.RunAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights that are rehearsed before they are run; the same on every database. */
abstract class Rehearsals {

    private static final String MONDAY = "2026-06-01";
    private static final String TUESDAY = "2026-06-02";

    @TempDir
    Path home;

    private Installation installation;

    abstract Installation installedIn(Path home);

    @BeforeEach
    void threePeopleAreKnownSinceMonday() {
        installation = installedIn(home)
                .file("mappings/plain.jsonata", AMessage.MAPPING)
                .file("jobs/sources/kept.yaml", source("kept", true))
                .file("jobs/sources/dropped.yaml", source("dropped", false))
                .file("jobs/nightly-sync.yaml", job(""))
                .file("contacts.csv", """
                        id,name,emails
                        C1,Anna,anna@example.org
                        C2,Ben,ben@example.org
                        C3,Cora,cora@example.org;cora@work.example
                        C4,Dan,dan@example.org
                        """)
                .file("inbox/kept/1.ndjson", lines(wrote("anna@example.org"), wrote("ben@example.org")))
                .file("inbox/dropped/1.ndjson", lines(wrote("cora@example.org")));
        assertThat(night(MONDAY)).completed().people(3, 3, 0, 0);
        installation
                .file("inbox/kept/2.ndjson", lines(wrote("dan@example.org"), wrote("stranger@example.org")))
                .file("inbox/dropped/2.ndjson", lines(wrote("cora@work.example")))
                // Ben's address is Anna's from now on
                .file("contacts.csv", """
                        id,name,emails
                        C1,Anna,anna@example.org;ben@example.org
                        C2,Ben,
                        C3,Cora,cora@example.org;cora@work.example
                        C4,Dan,dan@example.org
                        """);
    }

    @Test
    void tellsWhoWouldJoinAndWhoWouldBeAskedAbout() {
        Ended rehearsed = installation.tributary("--json", "sync", "--date", TUESDAY, "--dry-run");

        assertThat(rehearsed.exitCode()).as(rehearsed.err()).isZero();
        assertThat(rehearsed)
                .state("COMPLETED")
                .balances()
                .read("kept", 2)
                .read("dropped", 1)
                .people(6, 4, 1, 1);
        assertThat(rehearsed.json().path("dryRun").asBoolean()).isTrue();
        assertThat(rehearsed.json().path("joins").asInt()).isEqualTo(2);
        assertThat(rehearsed.json().path("moves").asInt()).isZero();
        assertThat(rehearsed.json().path("splits").asInt()).isZero();
        assertThat(rehearsed.json().path("asks").asInt()).isEqualTo(1);
        assertThat(rehearsed
                        .json()
                        .path("riskiest")
                        .valueStream()
                        .map(it -> it.path("kind").asString() + " "
                                + it.path("participant").asString() + " " + it.path("to")))
                .containsExactly(
                        "JOINS dropped cora@work.example \"C3\"",
                        "JOINS kept dan@example.org \"C4\"",
                        "ASKS kept ben@example.org null");
    }

    @Test
    void changesNoRowAndNoFile() {
        Contents rows = installation.everything();
        Map<String, String> files = files();

        Ended rehearsed = installation.tributary("sync", "--date", TUESDAY, "--dry-run");

        assertThat(files()).isEqualTo(files);
        assertThat(rows.changesUntil(installation.everything())).isEmpty();
        assertThat(rehearsed.out())
                .contains("it would be COMPLETED. No row and no file was changed.")
                .contains("0 would move, 0 split, 2 join a contact, and a person would be asked about 1")
                .contains("  joins  dropped cora@work.example C3, then with 2 participants (same-email)");
        assertThat(home.resolve("inbox/dropped/2.ndjson")).exists();
    }

    @Test
    void isWhatTheNightThenDoes() {
        Ended rehearsed = installation.tributary("--json", "sync", "--date", TUESDAY, "--dry-run");
        Ended night = night(TUESDAY);

        assertThat(night).completed();
        assertThat(night.json().path("people")).isEqualTo(rehearsed.json().path("people"));
        assertThat(night.json().path("sources")).isEqualTo(rehearsed.json().path("sources"));
        assertThat(home.resolve("inbox/dropped/2.ndjson")).doesNotExist();
    }

    @Test
    void tellsThatTheNightWouldBeHeld() {
        installation.file("jobs/nightly-sync.yaml", job("brake: { newLinksShare: 10%, atLeast: 2 }\n"));
        Contents before = installation.everything();

        Ended rehearsed = installation.tributary("--json", "sync", "--date", TUESDAY, "--dry-run");

        assertThat(rehearsed.exitCode()).isEqualTo(3);
        assertThat(rehearsed).state("HELD");
        assertThat(rehearsed.json().path("held").path("why").asString())
                .startsWith("Held by the brake: 2 new links are 66.7% of the 3 that stood before");
        assertThat(before.changesUntil(installation.everything())).isEmpty();
    }

    @Test
    void stagesWhatLandedAndWasNotStagedYet() {
        installation.change("UPDATE landing_segment SET state = 'LANDED', staged_run = NULL WHERE source = 'dropped'");
        Map<String, String> files = files();

        assertThat(installation.tributary("--json", "sync", "--date", TUESDAY, "--dry-run"))
                .read("dropped", 2);
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void asksNoSourceWhoseTokenIsUsedUpByAsking() {
        installation
                .file("jobs/sources/api.yaml", """
                        source: api
                        channel: api
                        account: acme
                        extract:
                          kind: http
                          url: http://localhost:1/messages
                          auth:
                            oauth2:
                              tokenUrl: http://localhost:1/token
                              clientId: acme
                              clientSecret: "${NO_SUCH_SECRET}"
                              refreshToken: "${NO_SUCH_TOKEN}"
                        mapping: plain
                        """)
                .file(
                        "jobs/nightly-sync.yaml",
                        "job: nightly-sync\ncontacts: contacts.csv\nsources: [kept, dropped, api]\n");

        Ended rehearsed = installation.tributary("sync", "--date", TUESDAY, "--dry-run");
        Ended alone = installation.tributary("sync", "--date", TUESDAY, "--dry-run", "--source", "api");

        assertThat(rehearsed.exitCode()).isZero();
        assertThat(rehearsed.out()).contains("api was not asked: that would use up its refresh token");
        assertThat(alone.exitCode()).isEqualTo(2);
        assertThat(alone.err()).contains("No source can be rehearsed");
        assertThat(home.resolve("tokens")).doesNotExist();
    }

    private Ended night(String date) {
        return installation.tributary("--json", "sync", "--date", date);
    }

    private static AMessage wrote(String address) {
        return aMessage("of " + address).from(address).saying("Hello");
    }

    private static String job(String more) {
        return "job: nightly-sync\ncontacts: contacts.csv\nsources: [kept, dropped]\n" + more;
    }

    private static String source(String name, boolean keep) {
        return """
                source: %1$s
                channel: %1$s
                account: us@acme.example
                idScope: channel
                extract: { kind: file, path: "inbox/%1$s/*.ndjson", keep: %2$s }
                mapping: plain
                """.formatted(name, keep);
    }

    /** Every file of the home folder, the database's own among them, by what is in it. */
    private Map<String, String> files() {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            it -> home.relativize(it).toString(),
                            Rehearsals::content,
                            (one, other) -> one,
                            TreeMap::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String content(Path file) {
        try {
            return Files.size(file) + " bytes, " + Arrays.hashCode(Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
