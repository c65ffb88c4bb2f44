package dev.tributary.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tributary.access.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of a source of which not all came. */
@Browsing
class HolesTest {

    private final Company acme;

    HolesTest(Company acme) {
        this.acme = acme;
    }

    @Test
    void saysWhichDaysAreMissingAndWhyAndHowTheyAreFilled() {
        try (Visitor visitor = acme.visitor(Role.OPERATOR)) {
            visitor.open("/sources/x-mentions");
            Page page = visitor.page();

            List<String> holes =
                    page.locator("section[aria-labelledby=holes] tbody tr").allInnerTexts();
            assertThat(holes)
                    .containsExactly(
                            "4 May 2026\t3 of 5 came",
                            "5 May 2026\tthe source cut its answer",
                            "6 May 2026 to 7 May 2026\trate limited",
                            "8 May 2026\tdown (UNAUTHORIZED)",
                            "9 May 2026\tnever asked");
            assertThat(page.locator(".command").innerText())
                    .isEqualTo("tributary backfill x-mentions --from 2026-05-04 --to 2026-05-09");
        }
    }

    @Test
    void marksThemInTheCalendarByMoreThanColour() {
        try (Visitor visitor = acme.visitor(Role.OPERATOR)) {
            visitor.open("/sources/x-mentions");
            Page page = visitor.page();

            assertThat(page.locator("svg.calendar path.mark").count()).isEqualTo(6);
            assertThat(page.locator("svg.calendar rect title").allTextContents())
                    .anyMatch(it -> it.startsWith("2026-05-04: ") && it.endsWith(", 3 of 5 came"))
                    .anyMatch(it -> it.startsWith("2026-05-03: ") && it.endsWith(", whole"));
        }
    }

    @Test
    void tellsNothingOfHolesWhereEveryDayIsWhole() {
        try (Visitor visitor = acme.visitor(Role.OPERATOR)) {
            visitor.open("/sources/line-inbox");

            assertThat(visitor.page().locator("section[aria-labelledby=holes]").count())
                    .isZero();
        }
    }
}
