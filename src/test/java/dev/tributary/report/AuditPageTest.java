package dev.tributary.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.run.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditPageTest {

    private final Records records = Records.inMemory();

    @TempDir
    Path folder;

    @Test
    void thePageTellsHowTheRunWent() throws IOException {
        String page = page(Brightwater.on(records).run, RunState.PARTIAL);

        assertThat(page)
                .contains("nightly-sync", "2026-03-13", "partial", "At least one source failed", "balances")
                .contains("Sources that failed", "The source refuses our credentials", "Renew the token")
                .contains("aria-label=\"customers: 3 linked, 2 to review, 9 unmatched, 1 not looked at yet\"")
                .contains(Words.meaning("NO_IDENTIFIER"), Words.meaning("NOT_MAPPED"))
                .contains("href=\"audit.xlsx\"", "href=\"audit.json\"");
    }

    @Test
    void thePageIsAloneAndHarmless() throws IOException {
        String page = page(Brightwater.on(records).run, RunState.PARTIAL);

        assertThat(page)
                .contains("default-src 'none'; style-src 'unsafe-inline'")
                .contains("&lt;script&gt;alert(&#39;ann&#39;)&lt;/script&gt;")
                .doesNotContain("<script", "javascript:", "src=", "url(", "@import", "<link", " th:")
                .doesNotContainPattern("\\son[a-z]+=");
    }

    @Test
    void thePageOfAnEmptyRunSaysThatNothingWasThere() throws IOException {
        assertThat(page(records.run(RunState.RUNNING), RunState.COMPLETED))
                .contains("No source took part", "No customer is known yet", "Nothing is in quarantine")
                .contains("No customer has asked anything yet")
                .doesNotContain("NaN", "null", "Sources that failed", "<table");
    }

    private String page(long run, RunState state) throws IOException {
        new AuditReport(records.database).write(run, state, folder);
        return Files.readString(folder.resolve("audit.html"));
    }
}
