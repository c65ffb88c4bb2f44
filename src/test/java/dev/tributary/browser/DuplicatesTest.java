package dev.tributary.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.tributary.access.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A steward finds contacts that may be one, says what they are, and takes it back. */
@Browsing
class DuplicatesTest {

    private static final String MERGES = "SELECT c.external_id, i.external_id, m.status, m.actor, m.retracted_by"
            + " FROM contact_merge m JOIN crm_contact c ON c.id = m.contact_id JOIN crm_contact i ON i.id = m.into_id";
    private static final String NEVER = "SELECT n.active, n.actor FROM never_merge n";
    private static final String STANDING =
            "SELECT external_id, survivor_id FROM crm_contact WHERE survivor_id IS NOT NULL";

    private final Company acme;

    DuplicatesTest(Company acme) {
        this.acme = acme;
    }

    @Test
    void decidesAPairEitherWayAndTakesItBack() {
        try (Visitor steward = acme.visitor(Role.STEWARD)) {
            steward.open("/duplicates");
            steward.button("Look for duplicates now").click();
            assertThat(steward.main()).containsText("pairs may be one.");
            Locator likeliest = steward.page().locator("article.pair").first();
            assertThat(likeliest).containsText("% likely");
            String first = contact(likeliest, 0);
            String second = contact(likeliest, 1);
            Locator twins = pair(steward, first, second);

            press(twins, "Two people: keep apart");
            assertThat(steward.main()).containsText(first + " and " + second + " are two people; no rule merges them.");
            assertThat(steward.said()).hasText(first + " and " + second + " are two people; no rule merges them.");
            assertThat(acme.installation().rows(NEVER)).containsExactly("true | the-steward");
            steward.button("Undo").click();
            assertThat(twins).isVisible();
            assertThat(acme.installation().rows(NEVER)).containsExactly("false | the-steward");

            press(twins, "One person: merge");
            assertThat(steward.main()).containsText(second + " now stands under " + first + ": one timeline for both.");
            assertThat(acme.installation().rows(STANDING)).hasSize(1);
            steward.button("Undo").click();
            assertThat(twins).isVisible();
            assertThat(acme.installation().rows(STANDING)).isEmpty();
            assertThat(acme.installation().rows(MERGES))
                    .isEqualTo(List.of(second + " | " + first + " | RETRACTED | the-steward | the-steward"));
        }
    }

    @Test
    void showsTheFieldsInWhichTheTwoAgree() {
        try (Visitor steward = acme.visitor(Role.STEWARD)) {
            steward.open("/duplicates");
            steward.button("Look for duplicates now").click();

            Locator name =
                    steward.page().locator("article.pair tbody tr").first().locator("td");
            assertThat(name.last()).hasText("the same");
            assertThat(name.first().locator(".same")).hasText(name.nth(1).innerText());
        }
    }

    private static Locator pair(Visitor visitor, String first, String second) {
        return visitor.page()
                .locator("article.pair")
                .filter(new Locator.FilterOptions().setHasText(first))
                .filter(new Locator.FilterOptions().setHasText(second));
    }

    private static String contact(Locator pair, int side) {
        return pair.locator("thead a").nth(side).innerText();
    }

    private static void press(Locator pair, String button) {
        pair.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button)).click();
    }
}
