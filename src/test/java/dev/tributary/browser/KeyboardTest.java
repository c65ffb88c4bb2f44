package dev.tributary.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever can be pressed or filled in is reached with the tab key alone, one after the other, and shows that it is. */
@Browsing
class KeyboardTest {

    private static final String TO_BE_REACHED = """
            () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
              .filter(it => it.checkVisibility() && !it.disabled && it.type !== 'hidden')
              .filter(it => it.type !== 'radio'
                || it === document.querySelector(`input[type=radio][name="${it.name}"]:checked`)
                || (!document.querySelector(`input[type=radio][name="${it.name}"]:checked`)
                  && it === document.querySelector(`input[type=radio][name="${it.name}"]`)))
              .map((it, number) => it.dataset.stop = String(number)).length""";

    private static final String REACHED = "() => document.activeElement.dataset.stop ?? 'none'";

    private static final String SHOWS = """
            () => { const look = getComputedStyle(document.activeElement); return look.outlineStyle !== 'none'
              && parseFloat(look.outlineWidth) >= 2; }""";

    private final Company acme;

    KeyboardTest(Company acme) {
        this.acme = acme;
    }

    @ParameterizedTest
    @EnumSource
    void reachesEverything(ConsolePage shown) {
        try (Visitor visitor = acme.visitor(shown.role())) {
            visitor.open(shown.path());
            Page page = visitor.page();
            int stops = ((Number) page.evaluate(TO_BE_REACHED)).intValue();
            Set<String> reached = new LinkedHashSet<>();
            List<String> unseen = new ArrayList<>();
            boolean pastTheEnd = false;
            // a date has a stop for each of day, month and year
            for (int presses = 0; presses < 4 * stops && reached.size() < stops; presses++) {
                visitor.press("Tab");
                String at = (String) page.evaluate(REACHED);
                if (at.equals("none") && !pastTheEnd) {
                    pastTheEnd = true; // where the page begins at what is to be filled in, the tab key comes round once
                    continue;
                }
                reached.add(at);
                if (!(Boolean) page.evaluate(SHOWS)) {
                    unseen.add(at + " " + page.evaluate("document.activeElement.outerHTML"));
                }
            }

            assertThat(reached).doesNotContain("none").hasSize(stops);
            assertThat(unseen).isEmpty();
        }
    }
}
