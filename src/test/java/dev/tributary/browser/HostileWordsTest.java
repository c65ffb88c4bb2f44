package dev.tributary.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tributary.access.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page that shows foreign words, with all payloads in them, as everybody opens it: the content security policy is on, and still it
 * has nothing to refuse, for nothing of a payload becomes an element. The payloads are there as words.
 */
@Browsing
class HostileWordsTest {

    /** A payload that ran would be remembered, also one in a frame. */
    private static final String PROBE = "window.alert = window.msgbox = () => { window.top.__pwned = true; }";

    private static final String RAN = "window.__pwned === true";

    /** Folded parts are opened; of the participants so many as a reader would look at. */
    private static final String UNFOLD = """
            () => document.querySelectorAll('main details').forEach(it => {
                it.open = !it.matches('.person') || it.matches('.person:nth-of-type(-n+8)');
            })""";

    private static final String LOADED =
            "() => [...document.querySelectorAll('.person[open]')].every(it => it.querySelector('.explained'))";

    /** Whatever a payload would have made of itself. */
    private static final String MADE = """
            () => [...document.querySelectorAll('*')].flatMap(it => [
                ...(it.matches('main script, main style, main iframe, main object, main embed, main svg script, main link, base, main meta,'
                  + ' main img, main video, main audio, main marquee, main math, xss, custom-element, main svg image, main svg foreignObject,'
                  + ' .laid-out :is(form, input, button, select, textarea, details, dialog, template, svg, [id], [class=visually-hidden]),'
                  + ' :is(bdi, .words, .subject, .said) :not(a, span.odd)') ? [it.outerHTML] : []),
                ...[...it.attributes].filter(a => a.name.startsWith('on') || a.name === 'style' || a.name === 'srcdoc'
                  || (['href', 'src', 'action', 'formaction', 'xlink:href'].includes(a.name)
                    && /^[\\s\\u0000-\\u0020]*(javascript|vbscript|data:text)/i.test(a.value))).map(a => a.name + '=' + a.value)])
              .map(it => it.slice(0, 200))""";

    /** What every page can show whole and as it is. */
    private static final Pattern PLAIN = Pattern.compile("(?=.*<)[ -~]{8,55}");

    private static final MeanPeople PEOPLE = new MeanPeople();

    @TempDir
    private static Path home;

    private static Company company;

    @BeforeAll
    static void aNightWithThem(Chromium chromium) {
        var installation = PEOPLE.in(home);
        var night = installation.tributary("sync");
        assertThat(installation.rows("SELECT COUNT(*) FROM interaction"))
                .as(night.err())
                .containsExactly(String.valueOf(PEOPLE.payloads().size() + 2 * MeanPeople.GROUPS));
        company = Company.of(chromium, installation);
    }

    @AfterAll
    static void closed() {
        company.close();
    }

    @Test
    void wouldBeNoticedIfTheyWereMore() {
        try (Visitor mia = visitor()) {
            mia.open("/contacts");
            mia.page()
                    .waitForConsoleMessage(
                            new Page.WaitForConsoleMessageOptions()
                                    .setPredicate(it -> it.text().contains("404")),
                            () -> mia.page()
                                    .evaluate(
                                            "document.querySelector('main').innerHTML = '<img src=x onerror=alert(1)>'"));

            assertThat((List<?>) mia.page().evaluate(MADE)).hasSize(2);
            assertThat(mia.wentWrong()).anyMatch(it -> it.contains("Content Security Policy"));
        }
    }

    @Test
    void areWordsWhereCasesAreReviewed() {
        List<String> cases = company.installation().rows("SELECT id FROM review_case ORDER BY id");
        assertThat(cases).hasSize(2 * MeanPeople.GROUPS);
        try (Visitor mia = visitor()) {
            String queue = read(mia, "/review");
            String together = String.join(
                    "\n",
                    hrefs(mia, "/review/" + cases.get(0), "a[href*='/together/']").stream()
                            .map(it -> read(mia, it))
                            .toList());
            String each = readAll(mia, cases.stream().map(it -> "/review/" + it));

            assertThat(payloadsIn(queue)).hasSizeGreaterThan(30);
            assertThat(payloadsIn(together)).hasSizeGreaterThan(2);
            assertThat(payloadsIn(each)).containsAll(plain());
        }
    }

    @Test
    void areWordsWhereContactsAreFound() {
        try (Visitor mia = visitor()) {
            String found = readAll(mia, groups().map(it -> "/contacts?q=" + it));

            assertThat(payloadsIn(found)).containsAll(plain());
        }
    }

    @Test
    void areWordsOnTheTimelinesAndWhereItIsToldWhy() {
        try (Visitor mia = visitor()) {
            String told = readAll(mia, contacts().map(it -> "/contacts/" + it + "?view=newest"));
            String episodes = read(mia, "/contacts/L0");

            assertThat(payloadsIn(told)).containsAll(plain());
            assertThat(payloadsIn(episodes)).hasSizeGreaterThan(10);
        }
    }

    @Test
    void areHarmlessAsTheSenderLaidThemOut() {
        try (Visitor mia = visitor()) {
            List<String> messages = contacts()
                    .flatMap(it ->
                            hrefs(mia, "/contacts/" + it + "?view=newest", "article a[href*='/messages/']").stream())
                    .toList();
            assertThat(messages).hasSize(PEOPLE.payloads().size());

            List<String> laidOut = messages.stream()
                    .flatMap(it -> {
                        read(mia, it);
                        return mia.page().locator(".laid-out").allInnerTexts().stream();
                    })
                    .toList();

            assertThat(laidOut).hasSizeGreaterThan(250);
            assertThat(laidOut).anyMatch(it -> it.contains("the invoice"));
            assertThat(laidOut).anyMatch(it -> it.contains("Please sign in again"));
        }
    }

    @Test
    void areWordsInTheFrameOfACrm() {
        try (Visitor mia = visitor()) {
            String told = readAll(mia, contacts().map(it -> "/embed/contacts/" + it + "?view=newest"));
            String episodes = read(mia, "/embed/contacts/L0");

            assertThat(payloadsIn(told)).containsAll(plain());
            assertThat(payloadsIn(episodes)).hasSizeGreaterThan(10);
        }
    }

    @Test
    void areWordsWhereDuplicatesAreDecided() {
        try (Visitor mia = visitor()) {
            mia.open("/duplicates");
            mia.button("Look for duplicates now").click();
            String pairs = readOn(mia, "/duplicates", "More pairs", 5);

            assertThat(payloadsIn(pairs)).hasSizeGreaterThan(30);
        }
    }

    @Test
    void areWordsInQuarantineAndAmongTheUnanswered() {
        try (Visitor mia = visitor()) {
            String refused = readOn(mia, "/sources/refused", "More", 10);
            String unanswered = readOn(mia, "/response-times", "Earlier ones", 10);

            assertThat(payloadsIn(refused)).containsAll(plain());
            assertThat(payloadsIn(unanswered)).containsAll(plain());
        }
    }

    private static Visitor visitor() {
        Visitor mia = company.visitor(Role.ADMIN);
        mia.page().addInitScript(PROBE);
        return mia;
    }

    private static Stream<String> contacts() {
        return IntStream.range(0, MeanPeople.LINKED).mapToObj(it -> "L" + it);
    }

    private static Stream<String> groups() {
        return IntStream.range(0, MeanPeople.GROUPS).mapToObj(it -> "group" + it + "@example.org");
    }

    private static List<String> plain() {
        return PEOPLE.payloads().stream()
                .filter(it -> PLAIN.matcher(it).matches())
                .toList();
    }

    private static List<String> payloadsIn(String words) {
        return plain().stream().filter(words::contains).toList();
    }

    private static List<String> hrefs(Visitor mia, String path, String links) {
        mia.open(path);
        return ((List<?>) mia.page().locator(links).evaluateAll("all => all.map(it => it.getAttribute('href'))"))
                .stream().map(String::valueOf).toList();
    }

    private static String readAll(Visitor mia, Stream<String> paths) {
        return String.join("\n", paths.map(it -> read(mia, it)).toList());
    }

    /** A page and those that follow it. */
    private static String readOn(Visitor mia, String first, String next, int most) {
        List<String> words = new ArrayList<>(List.of(read(mia, first)));
        String link = "nav.pages a:text-is('" + next + "')";
        while (words.size() < most && mia.page().locator(link).count() > 0) {
            words.add(read(mia, String.valueOf(mia.page().locator(link).getAttribute("href"))));
        }
        return String.join("\n", words);
    }

    /** Opens a page with all its parts, finds nothing of a payload but words, and gives what can be seen there. */
    private static String read(Visitor mia, String path) {
        assertThat(mia.open(path)).as(path).isEqualTo(200);
        Page page = mia.page();
        page.evaluate(UNFOLD);
        page.waitForFunction(LOADED);
        assertThat((List<?>) page.evaluate(MADE)).as(path).isEmpty();
        assertThat(page.evaluate(RAN)).as(path).isEqualTo(false);
        assertThat(mia.at()).isEqualTo(path);
        assertThat(mia.wentWrong()).as(path).isEmpty();
        return page.locator("main").innerText().replaceAll("\\s+", " ");
    }
}
