package dev.tributary.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import dev.tributary.Installation;
import dev.tributary.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the morning brings: a run that failed, and one that is held. */
@Browsing
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NightShiftTest {

    private static final String MAPPING = """
            {
              "kind": "interaction", "id": id, "type": "message", "visibility": "private", "direction": "inbound",
              "at": "2026-05-31T10:00:00Z", "author": { "id": id, "emails": [id & "@example.org"] }, "text": "Hello"
            }""";

    /** Where the report of the second night belongs. */
    private static final String IN_THE_WAY = "out/reports/2026-06-02";

    private static final String STATES = "SELECT business_date, state FROM sync_run ORDER BY id";

    private static final HasTextOptions AT_LEISURE = new HasTextOptions().setTimeout(90_000);

    private Company company;

    @BeforeAll
    void aNightThatWentWellAndTwoThatDidNot(Chromium chromium, @TempDir Path home) {
        Installation installation = Installation.onH2(home)
                .file("mappings/plain.jsonata", MAPPING)
                .file("jobs/sources/mail.yaml", """
                        source: mail
                        channel: mail
                        account: us@acme.example
                        extract: { kind: file, path: "inbox/*.ndjson" }
                        mapping: plain
                        """)
                .file("jobs/nightly-sync.yaml", """
                        job: nightly-sync
                        contacts: contacts.csv
                        sources: [mail]
                        brake: { newLinksShare: 25%, largestCluster: 3, matchRateDrop: 20, atLeast: 3 }
                        """)
                .file(
                        "contacts.csv",
                        "id,name,emails\n"
                                + lines(
                                        1,
                                        12,
                                        number -> "C" + number + ",Person " + number + ",p" + number + "@example.org"))
                .file("inbox/monday.ndjson", messages(1, 6));
        assertThat(installation.tributary("sync", "--date", "2026-06-01").exitCode())
                .isZero();
        installation.file(IN_THE_WAY, "no folder");
        assertThat(installation.tributary("sync", "--date", "2026-06-02").exitCode())
                .isEqualTo(1);
        installation.file("inbox/wednesday.ndjson", messages(7, 9));
        assertThat(installation.tributary("sync", "--date", "2026-06-03").exitCode())
                .isEqualTo(3);
        company = Company.of(chromium, installation);
    }

    @AfterAll
    void theShiftIsOver() {
        company.close();
    }

    @Test
    void aStewardApprovesTheRunThatIsHeldAndAnOperatorMendsTheOneThatFailed() throws IOException {
        assertThat(company.installation().rows(STATES))
                .containsExactly("2026-06-01 | COMPLETED", "2026-06-02 | FAILED", "2026-06-03 | HELD");
        try (Visitor steward = company.visitor(Role.STEWARD)) {
            steward.open("/runs/3");
            assertThat(steward.main()).containsText("3 new links are 50% of the 6 that stood before");
            steward.page().getByLabel("Reason, for those who ask later").fill("all three are known");
            steward.button("Approve: publish it").click();

            assertThat(state(steward)).hasText("completed", AT_LEISURE);
            assertThat(steward.main()).containsText("all three are known");
            assertThat(steward.button("Restart")).hasCount(0);
        }
        Files.delete(company.installation().home().resolve(IN_THE_WAY));
        try (Visitor operator = company.visitor(Role.OPERATOR)) {
            operator.open("/runs/2");
            assertThat(state(operator)).hasText("failed");
            assertThat(operator.main()).containsText("Why it failed");
            assertThat(operator.button("Approve: publish it")).hasCount(0);
            operator.button("Restart").click();

            assertThat(state(operator)).hasText("completed", AT_LEISURE);
        }
        assertThat(company.installation().rows(STATES))
                .containsExactly("2026-06-01 | COMPLETED", "2026-06-02 | COMPLETED", "2026-06-03 | COMPLETED");
        assertThat(company.installation().rows("SELECT decision, decided_by, reason FROM run_brake WHERE run_id = 3"))
                .containsExactly("APPROVED | the-steward | all three are known");
    }

    private static Locator state(Visitor visitor) {
        return visitor.main().locator(".badge").first();
    }

    private static String messages(int from, int to) {
        return lines(from, to, number -> "{\"id\": \"p" + number + "\"}");
    }

    private static String lines(int from, int to, IntFunction<String> line) {
        return IntStream.rangeClosed(from, to).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }
}
