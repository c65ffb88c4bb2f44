package dev.tributary;

import static dev.tributary.AMessage.aMessage;
import static dev.tributary.RunAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that could not be mapped, and are read again when the mapping is mended; the same on every database. */
abstract class QuarantineReplays {

    private static final String DATE = "2026-06-01";
    private static final String WHERE_THEY_STAND = """
            SELECT source, segment, line, attempts, first_run, last_run, COALESCE(mended_run, 0) FROM quarantined_record
            ORDER BY source, segment, line""";

    /** Refuses every message that says one of these words. */
    private static final String REFUSING = """
            $contains(text, /%s/) ? $refuse("a word that the mapping does not know") : (%s)""";

    abstract Installation installedIn(Path home);

    @Test
    void onlyWhatHoldsARefusedRecordIsReadAgain(@TempDir Path home) {
        Installation installation = installedIn(home)
                .file("mappings/plain.jsonata", REFUSING.formatted("zip|tent", AMessage.MAPPING))
                .file("jobs/sources/mail.yaml", source("mail"))
                .file("jobs/sources/chat.yaml", source("chat"))
                .file("jobs/nightly-sync.yaml", "job: nightly-sync\nsources: [mail, chat]\n")
                .file(
                        "mail/1.ndjson",
                        said("m1", "Hello") + said("m2", "The zip is gone") + said("m3", "My tent leaks"))
                .file("mail/2.ndjson", said("m4", "All is well"))
                .file("chat/1.ndjson", said("c1", "Where is my zip?"));
        assertThat(tributary(installation, "sync"))
                .completed()
                .counted("mail", "new", 2)
                .counted("mail", "quarantined", 2)
                .counted("chat", "quarantined", 1);
        assertThat(tributary(installation, "quarantine", "replay", "mail"))
                .completed()
                .read("mail", 3)
                .counted("mail", "unchanged", 1)
                .counted("mail", "quarantined", 2);

        installation
                .file("mappings/plain.jsonata", REFUSING.formatted("tent", AMessage.MAPPING))
                .file("mail/3.ndjson", said("m5", "Nobody asks for me"));
        assertThat(tributary(installation, "quarantine", "replay"))
                .completed()
                .read("mail", 3)
                .counted("mail", "new", 1)
                .counted("mail", "unchanged", 1)
                .counted("mail", "quarantined", 1)
                .read("chat", 1)
                .counted("chat", "new", 1);

        assertThat(installation.rows(WHERE_THEY_STAND))
                .containsExactly(
                        "chat | 1 | 1 | 1 | 1 | 1 | 3", "mail | 1 | 2 | 2 | 1 | 2 | 3", "mail | 1 | 3 | 3 | 1 | 3 | 0");
        assertThat(installation.rows("SELECT native_id FROM interaction ORDER BY native_id"))
                .containsExactly("c1", "m1", "m2", "m4");
        assertThat(installation.rows("SELECT COUNT(*) FROM landing_segment")).containsExactly("3");
    }

    @Test
    void saysWhereNothingIsInQuarantineAndStartsNoRun(@TempDir Path home) {
        Installation installation = installedIn(home)
                .file("mappings/plain.jsonata", AMessage.MAPPING)
                .file("jobs/sources/mail.yaml", source("mail"))
                .file("jobs/nightly-sync.yaml", "job: nightly-sync\nsources: [mail]\n");

        Ended ended = installation.tributary("quarantine", "replay");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out().strip()).isEqualTo("Nothing is in quarantine; no run was started.");
        assertThat(installation.rows("SELECT id FROM sync_run")).isEmpty();
    }

    private static Ended tributary(Installation installation, String... command) {
        String[] arguments = new String[command.length + 3];
        arguments[0] = "--json";
        System.arraycopy(command, 0, arguments, 1, command.length);
        arguments[command.length + 1] = "--date";
        arguments[command.length + 2] = DATE;
        return installation.tributary(arguments);
    }

    private static String source(String name) {
        return """
                source: %1$s
                channel: %1$s
                account: us@acme.example
                extract: { kind: file, path: "%1$s/*.ndjson" }
                mapping: plain
                """.formatted(name);
    }

    private static String said(String id, String text) {
        return AMessage.lines(aMessage(id).from("anna@example.org").saying(text));
    }
}
