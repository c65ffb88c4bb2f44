package dev.tributary.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.tributary.access.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Those who work with the CRM find a customer, read what was said on every channel, and set right who somebody is. */
@Browsing
class CustomerStoryTest {

    private static final String ANNA = """
            SELECT p.channel, c.external_id, l.status FROM link l JOIN crm_contact c ON c.id = l.contact_id
            JOIN participant p ON p.id = l.participant_id
            WHERE l.active_participant IS NOT NULL AND c.external_id = 'C001' AND p.channel = 'x'""";

    private final Company acme;

    CustomerStoryTest(Company acme) {
        this.acme = acme;
    }

    @Test
    void findsAnnaByTheFirstLettersOfHerNameWithoutPressingAButton() {
        try (Visitor agent = acme.visitor(Role.VIEWER)) {
            agent.open("/contacts");
            assertThat(agent.page().getByRole(AriaRole.SEARCHBOX)).isFocused();

            agent.page().keyboard().type("anna be");

            assertThat(agent.page().locator("#found-title")).hasText("Found");
            assertThat(agent.said()).containsText("contact");
            agent.page().locator("#found a").filter(having("C001")).click();
            assertThat(agent.page().getByRole(AriaRole.HEADING).first()).containsText("Anna");
        }
    }

    @Test
    void findsHerByAddressNumberAndHandle() {
        try (Visitor agent = acme.visitor(Role.VIEWER)) {
            for (String sought :
                    List.of("anna.berg@example.org", "+49 30 23125101", "@anna_trail", "x:@anna_trail", "C001")) {
                agent.open("/contacts");
                agent.page().getByRole(AriaRole.SEARCHBOX).fill(sought);
                agent.press("Enter");
                assertThat(agent.page().locator("#found-title")).hasText("Found");
                assertThat(agent.page().locator("#found a").filter(having("C001")))
                        .hasCount(1);
            }
        }
    }

    @Test
    void readsWhatAnnaSaidOnFourChannels() {
        try (Visitor agent = acme.visitor(Role.VIEWER)) {
            agent.open("/contacts/C001?view=oldest");
            Locator messages = agent.page().locator("#entries article");

            assertThat(messages).hasCount(9);
            assertThat(messages.locator(".channel"))
                    .hasText(new String[] {"x", "x", "phone", "x", "helpdesk", "helpdesk", "helpdesk", "x", "chat"});
            assertThat(messages.first()).containsText("the zip of my Ridge 2 tent gave up");
            assertThat(messages.nth(1)).containsText("we will call you");
            assertThat(messages.nth(2)).containsText("Call, 6 min 12 s");
            assertThat(messages.nth(4)).containsText("as promised on the phone");
            assertThat(messages.last()).containsText("Is there a bag for the Ridge 2 as well?");
        }
    }

    @Test
    void findsWhatBelongsTogetherFolded() {
        try (Visitor agent = acme.visitor(Role.VIEWER)) {
            agent.open("/contacts/C001");
            Locator ticket = agent.page().locator("details.episode").filter(having("Zip of the Ridge 2"));

            assertThat(ticket.locator("summary")).containsText("3 messages");
            assertThat(ticket.locator("article")).hasCount(3);
        }
    }

    @Test
    void seesOneChannelOnlyAndHasThatInTheAddress() {
        try (Visitor agent = acme.visitor(Role.VIEWER)) {
            agent.open("/contacts/C001");
            agent.page().locator("details.filter-box summary").click();
            agent.page().getByLabel("Channel").selectOption("phone");
            assertThat(agent.page().locator("#entries article")).hasCount(1);
            agent.page().waitForURL(url -> url.contains("channel=phone"));
            agent.page().reload();

            assertThat(agent.page().locator("#entries article")).hasCount(1);
            assertThat(agent.page().locator("#entries article .channel")).hasText("phone");
        }
    }

    @Test
    void readsTheStoryButDecidesNothing() {
        try (Visitor agent = acme.visitor(Role.VIEWER)) {
            agent.open("/contacts/C001");

            assertThat(agent.button("Unlink")).hasCount(0);
            assertThat(agent.link("Review")).hasCount(0);
        }
    }

    @Test
    void takesAProfileOffTheContactWithAReasonAndPutsItBack() {
        List<String> before = acme.installation().rows(ANNA);
        assertThat(before).hasSize(1);
        try (Visitor steward = acme.visitor(Role.STEWARD)) {
            steward.open("/contacts/C001");
            Locator profile = steward.page().locator("details.person").filter(having("anna_trail"));
            profile.locator("summary").click();
            assertThat(profile.locator(".why")).containsText("What is known");
            profile.getByLabel("Somebody else? Why").fill("a namesake");
            profile.getByRole(AriaRole.BUTTON).filter(having("Unlink")).click();

            assertThat(steward.main()).containsText("a namesake");
            assertThat(acme.installation().rows(ANNA)).isEmpty();
            assertThat(steward.page().locator("#entries")).not().containsText("gave up on its first night");

            steward.page()
                    .locator(".notice")
                    .getByRole(AriaRole.BUTTON)
                    .filter(having("Undo"))
                    .click();
            assertThat(steward.page().locator("#entries")).containsText("gave up on its first night");
            assertThat(acme.installation().rows(ANNA)).isEqualTo(before);
        }
    }

    @Test
    void keepsTheThemeThatWasChosen() {
        try (Visitor agent = acme.visitor(Role.VIEWER)) {
            agent.open("/contacts");
            Locator theme = agent.page().locator("#theme");
            String light = ground(agent);
            theme.click();
            theme.click();
            assertThat(theme).hasText("Theme: dark");
            String dark = ground(agent);
            agent.open("/contacts/C001");

            assertThat(theme).hasText("Theme: dark");
            assertThat(ground(agent)).isEqualTo(dark).isNotEqualTo(light);
        }
    }

    private static String ground(Visitor visitor) {
        return (String) visitor.page().evaluate("getComputedStyle(document.body).backgroundColor");
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
