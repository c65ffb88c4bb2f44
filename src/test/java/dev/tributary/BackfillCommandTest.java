package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backfill says of sources that cannot be asked for their past, and of wrong use. */
class BackfillCommandTest {

    @TempDir
    private Path home;

    private Installation installation;

    @BeforeEach
    void sourcesOfSeveralKinds() {
        installation = Installation.onH2(home)
                .with("X_TOKEN", "t")
                .with("LINE_SECRET", "s")
                .file("jobs/nightly-sync.yaml", "job: nightly-sync\nsources: [files, mentions, inbox]\n")
                .file("jobs/sources/files.yaml", source("files", "{ kind: file, path: 'drop/*.json' }", "x-v2"))
                .file("jobs/sources/mentions.yaml", source("mentions", """
                                { kind: http, url: 'http://localhost:1/mentions', retries: 0,
                                  cursor: { value: meta.newest_id, param: since_id } }""", "x-v2"))
                .file(
                        "jobs/sources/inbox.yaml",
                        source("inbox", "{ kind: webhook, platform: line, secret: '${LINE_SECRET}' }", "line-webhook"))
                .file("jobs/sources/spare.yaml", source("spare", "{ kind: file, path: 'spare/*.json' }", "x-v2"));
    }

    @Test
    void takesInTheFilesThatWerePutBack() {
        assertThat(installation.tributary("sync", "--source", "files").exitCode())
                .isEqualTo(4);
        installation.file("drop/posts.json", """
                {"data":[{"id":"2051000000000000001","text":"hello","author_id":"7","created_at":"2026-05-04T08:00:00Z"}]}""");

        Ended filled = installation.tributary("backfill", "files", "--from", "2026-05-01", "--to", "2026-05-07");

        assertThat(filled.exitCode()).as(filled.out() + filled.err()).isZero();
        assertThat(filled.out()).containsPattern("2026-05-01 to 2026-05-07 +down .FILE_UNAVAILABLE. +0 +1 +filled");
        assertThat(installation
                        .tributary("backfill", "files", "--from", "2026-05-01", "--to", "2026-05-07")
                        .out())
                .contains("no day is missing; nothing was asked.");
    }

    @Test
    void saysThatASourceWithACursorAloneCannotBeAskedAndStartsNothing() {
        Ended told = installation.tributary("backfill", "mentions", "--from", "2026-05-01", "--to", "2026-05-02");

        assertThat(told.exitCode()).isEqualTo(4);
        assertThat(told.out())
                .containsPattern("2026-05-01 to 2026-05-02 +never asked +0 +0 +open")
                .contains("Open: It has no windows: it can only be asked for what is new.");
        assertThat(installation.rows("SELECT COUNT(*) FROM sync_run")).containsExactly("0");
    }

    @Test
    void knowsNoHoleOfWhatIsPushedWhereNothingIsSilent() {
        Ended told = installation.tributary("backfill", "inbox", "--from", "2026-05-01", "--to", "2026-05-02");

        assertThat(told.exitCode()).isZero();
        assertThat(told.out()).contains("no day is missing; nothing was asked.");
    }

    @Test
    void saysWhatIsWrong() {
        Ended order = installation.tributary("backfill", "files", "--from", "2026-05-02", "--to", "2026-05-01");
        assertThat(order.exitCode()).isEqualTo(2);
        assertThat(order.err()).contains("--from 2026-05-02 is after --to 2026-05-01");

        Ended unknown = installation.tributary("backfill", "filess", "--from", "2026-05-02");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("There is no source 'filess'; did you mean 'files'?");

        Ended noJob = installation.tributary("backfill", "spare", "--from", "2026-05-02");
        assertThat(noJob.exitCode()).isEqualTo(2);
        assertThat(noJob.err()).contains("No job reads the source spare; name one with --job");
    }

    private static String source(String name, String extract, String mapping) {
        return "source: " + name + "\nchannel: x\naccount: \"@acme\"\nmapping: " + mapping + "\nextract: " + extract
                + "\n";
    }
}
