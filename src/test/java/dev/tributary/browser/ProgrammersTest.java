package dev.tributary.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.WaitForOptions;
import dev.tributary.access.Role;
import org.junit.jupiter.api.Test;

/** What is shown to those who write a program against the REST API. */
@Browsing
class ProgrammersTest {

    private final Company acme;

    @SuppressWarnings("NullAway.Init")
    ProgrammersTest(Company acme) {
        this.acme = acme;
    }

    @Test
    void showsProgrammersWhatTheyMayAsk() {
        try (Visitor programmer = acme.visitor(Role.VIEWER)) {
            assertThat(programmer.open("/api")).isEqualTo(200);
            Locator operations = programmer.page().locator(".opblock");
            operations.first().waitFor(new WaitForOptions().setTimeout(60_000));

            for (String path : new String[] {
                "/api/contacts", "/api/contacts/{id}/timeline", "/api/runs", "/api/cases", "/api/cases/{id}/verdict"
            }) {
                assertThat(programmer
                                .page()
                                .locator(".opblock-summary-path[data-path='" + path + "']")
                                .first())
                        .isVisible();
            }
            operations.first().locator(".opblock-summary-control").click();
            assertThat(operations.first()).containsText("Responses");
            // the page brings a style of its own, which the content security policy refuses
            assertThat(programmer.wentWrong()).allMatch(it -> it.contains("style"));
        }
    }
}
