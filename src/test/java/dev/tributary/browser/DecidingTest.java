package dev.tributary.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.tributary.access.Role;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A steward goes through the cases, with the mouse, with keys, and without any script; whatever they decide they take back. */
@Browsing
class DecidingTest {

    private static final String LINKS = """
            SELECT p.name, c.external_id, l.status, l.actor FROM link l
            JOIN participant p ON p.id = l.participant_id JOIN crm_contact c ON c.id = l.contact_id
            WHERE p.channel = 'chat' AND p.name <> 'Anna Berg' AND l.active_participant IS NOT NULL ORDER BY l.id""";
    private static final String OPEN = "SELECT COUNT(*) FROM review_case WHERE state = 'OPEN'";
    private static final String SHARED =
            "SELECT kind, origin, actor FROM shared_identifier WHERE value_text = '" + Families.NUMBER + "'";

    private final Company acme;
    private Visitor mia;

    @SuppressWarnings("NullAway.Init")
    DecidingTest(Company acme) {
        this.acme = acme;
    }

    @BeforeEach
    void miaOpensTheQueue() {
        acme.takeBackAllVerdicts();
        mia = acme.visitor(Role.STEWARD);
        mia.open("/review");
        keysWork();
    }

    @AfterEach
    void allIsAsItWas() {
        mia.close();
        assertThat(rows(LINKS)).isEmpty();
        assertThat(rows(OPEN)).containsExactly("12");
    }

    @Test
    void linksWithTheMouseAndTakesItBack() {
        miaOpens("Greta W.");
        assertThat(heading()).hasText("Who is Greta W.?");
        choose(mia, "Greta Weber");
        mia.button("Same person").click();

        assertThat(decided()).containsText("Linked Greta W. to Greta Weber.");
        assertThat(heading()).hasText(Pattern.compile("Who is (?!Greta W\\.).*"));
        assertThat(mia.said()).hasText("Linked Greta W. to Greta Weber.");
        assertThat(rows(LINKS)).containsExactly("Greta W. | C101 | ASSERTED | the-steward");
        assertThat(rows(OPEN)).containsExactly("11");

        mia.button("Undo").click();
        assertThat(heading()).hasText("Who is Greta W.?");
        assertThat(mia.main()).containsText("Taken back");
    }

    @Test
    void goesThroughTheQueueWithKeysAlone() {
        mia.press("j");
        shows("Who is Maria Schmidt?");
        mia.press("d");
        assertThat(heading()).hasText("Who is Brandt N?");
        assertThat(heading()).isFocused();
        mia.press("2");
        mia.press("c");
        mia.page().keyboard().type("she said so");
        mia.page().keyboard().press("Shift+Tab");
        mia.press("x");
        assertThat(heading()).hasText(Pattern.compile("Who is (Greta W\\.|ida_w)\\?"));
        keysWork();
        mia.press("k");
        shows("Who is Brandt N?");
        mia.press("1");
        mia.press("s");
        assertThat(decided()).containsText("Linked Brandt N to Nils Brandt.");
        assertThat(rows(LINKS)).containsExactly("Brandt N | C112 | ASSERTED | the-steward");

        mia.press("u");
        shows("Who is Brandt N?");
        takeBackWhatWasSaidOf("Maria Schmidt");
    }

    @Test
    void doesNotDecideWhileTypingNorWithTheKeysSwitchedOff() {
        miaOpens("Greta W.");
        mia.press("c");
        mia.page().keyboard().type("shdn");
        assertThat(mia.page().getByLabel("Comment", new GetByLabelOptions().setExact(true)))
                .hasValue("shdn");
        heading().focus();
        mia.press("?");
        assertThat(mia.page().getByRole(AriaRole.DIALOG)).isVisible();
        mia.page().getByLabel("Single keys work on these pages").uncheck();
        mia.press("Escape");
        mia.press("d");
        mia.page().reload();
        shows("Who is Greta W.?");
        mia.press("d");

        assertThat(heading()).hasText("Who is Greta W.?");
    }

    @Test
    void answersWithTabAndEnterAlone() {
        mia.link("Seidel").focus();
        mia.press("Enter");
        assertThat(heading()).hasText("Who is Seidel?");
        tabTo("Mara Seidel");
        mia.press("Space");
        tabTo("Same person s");
        mia.press("Enter");
        assertThat(decided()).containsText("Linked Seidel to Mara Seidel.");
        tabTo("Undo u");
        mia.press("Enter");

        assertThat(heading()).hasText("Who is Seidel?");
    }

    @Test
    void saysThatAContactMustBeChosenAndSendsNothing() {
        miaOpens("Lorenz");
        mia.press("s");

        assertThat(heading()).hasText("Who is Lorenz?");
        assertThat(mia.page().locator("input:invalid").first()).isFocused();
    }

    @Test
    void judgesAllThatShareANumberAtOnceAndTakesAllBackAtOnce() {
        List<String> before = rows(SHARED);
        miaOpens("Oma Weber");
        mia.link("Judge the 4 cases that rest on it together").click();
        assertThat(heading()).hasText("All that share " + Families.NUMBER);
        assertThat(mia.page().locator(".group li")).hasCount(4);
        mia.button("Shared: it tells no single person").click();

        assertThat(decided()).containsText("4 cases are decided at once.");
        assertThat(rows(OPEN)).containsExactly("8");
        assertThat(rows(SHARED)).hasSize(1).isNotEqualTo(before).allMatch(it -> it.endsWith(" | the-steward"));

        mia.button("Undo").click();
        assertThat(mia.main()).containsText("Taken back");
        assertThat(rows(SHARED)).isEqualTo(before);
    }

    @Test
    void leavesACaseForLaterAndItComesLast() {
        miaOpens("Engel");
        mia.press("n");
        assertThat(decided()).containsText("Nobody is sure who Engel is");
        mia.open("/review");
        assertThat(mia.page().locator(".queue li").last()).containsText("Engel");
        assertThat(mia.page().locator(".queue li").last()).containsText("not sure");

        takeBackWhatWasSaidOf("Engel");
    }

    @Test
    void isToldThatTheEvidenceChangedAndSeesTheCaseAsItIsNow() {
        miaOpens("Lorenz");
        acme.installation().change("UPDATE crm_contact SET name = 'Vera Lorenz-Graf' WHERE external_id = 'C113'");
        mia.press("1");
        mia.press("s");

        assertThat(mia.page().getByRole(AriaRole.ALERT)).containsText("The evidence changed since");
        acme.installation().change("UPDATE crm_contact SET name = 'Vera Lorenz' WHERE external_id = 'C113'");
    }

    @Test
    void isToldWhoDecidedOtherwiseMeanwhile() {
        miaOpens("Lorenz");
        try (Visitor admin = acme.visitor(Role.ADMIN)) {
            admin.open("/review");
            admin.link("Lorenz").click();
            choose(admin, "Otto Lorenz");
            admin.button("Same person").click();
            assertThat(admin.main()).containsText("Linked Lorenz to Otto Lorenz.");

            choose(mia, "Vera Lorenz");
            mia.button("Same person").click();
            assertThat(mia.page().getByRole(AriaRole.ALERT)).containsText("the-admin decided otherwise");
            assertThat(mia.main()).containsText("Linked Lorenz to Otto Lorenz.");
            assertThat(rows(LINKS)).containsExactly("Lorenz | C114 | ASSERTED | the-admin");

            admin.button("Undo").click();
            assertThat(admin.main()).containsText("Taken back");
        }
    }

    @Test
    void decidesAndTakesBackWithoutAnyScript() {
        try (Visitor plain = acme.visitor(Role.STEWARD, new NewContextOptions().setJavaScriptEnabled(false))) {
            plain.open("/review");
            plain.link("Greta W.").click();
            choose(plain, "Karl Weber");
            plain.button("Same person").click();
            assertThat(plain.main()).containsText("Linked Greta W. to Karl Weber.");
            assertThat(rows(LINKS)).containsExactly("Greta W. | C102 | ASSERTED | the-steward");

            plain.button("Undo").click();
            assertThat(plain.main()).containsText("Taken back");
        }
    }

    private void takeBackWhatWasSaidOf(String who) {
        String id = rows("SELECT r.id FROM review_case r JOIN participant p ON p.id = r.participant_id WHERE p.name = '"
                        + who + "'")
                .get(0);
        mia.open("/review/" + id);
        mia.button("Take it back").click();
        assertThat(mia.main()).containsText("Taken back");
    }

    private void miaOpens(String who) {
        mia.link(who).click();
        shows("Who is " + who + "?");
    }

    private void shows(String title) {
        assertThat(heading()).hasText(title);
        keysWork();
    }

    /** The scripts of the page are at work. */
    private void keysWork() {
        assertThat(mia.page().locator("html[data-keys]")).isAttached();
    }

    private static void choose(Visitor visitor, String contact) {
        visitor.page()
                .getByRole(AriaRole.RADIO, new GetByRoleOptions().setName(contact))
                .check();
    }

    private Locator heading() {
        return mia.page().getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1));
    }

    private Locator decided() {
        return mia.page().locator(".done");
    }

    private void tabTo(String text) {
        for (int presses = 0; presses < 60; presses++) {
            mia.press("Tab");
            Object at = mia.page()
                    .evaluate("() => { const at = document.activeElement;"
                            + " return (at.closest('label') ?? at).textContent.replace(/\\s+/g, ' ').trim(); }");
            if (String.valueOf(at).startsWith(text)) {
                return;
            }
        }
        throw new AssertionError(text + " is not reached with the tab key");
    }

    private List<String> rows(String sql) {
        return acme.installation().rows(sql);
    }
}
