package dev.tributary.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page in light and dark and on a telephone; the pictures lie in {@code target/screenshots}. */
@Browsing
class LooksTest {

    private static final Path PICTURES = Path.of("target/screenshots");
    private static final int HEIGHT = 900;

    private final Company acme;

    LooksTest(Company acme) {
        this.acme = acme;
    }

    @ParameterizedTest
    @EnumSource
    void everybodyCanUseItInLight(ConsolePage shown) {
        look(shown, ColorScheme.LIGHT, 1280, "light");
    }

    @ParameterizedTest
    @EnumSource
    void everybodyCanUseItInDark(ConsolePage shown) {
        look(shown, ColorScheme.DARK, 1280, "dark");
    }

    @ParameterizedTest
    @EnumSource
    void everybodyCanUseItOnATelephone(ConsolePage shown) {
        look(shown, ColorScheme.LIGHT, 390, "phone");
    }

    @ParameterizedTest
    @EnumSource
    void fitsTheNarrowestWindow(ConsolePage shown) {
        try (Visitor visitor = acme.visitor(shown.role(), new NewContextOptions().setViewportSize(360, 640))) {
            visitor.open(shown.path());

            assertThat(visitor.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(360);
        }
    }

    private void look(ConsolePage shown, ColorScheme theme, int width, String name) {
        NewContextOptions window =
                new NewContextOptions().setViewportSize(width, HEIGHT).setColorScheme(theme);
        try (Visitor visitor = acme.visitor(shown.role(), window)) {
            assertThat(visitor.open(shown.path())).isEqualTo(200);
            Page page = visitor.page();
            page.screenshot(new ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve(shown.file() + "-" + name + ".png")));

            assertThat(Axe.findings(page)).isEmpty();
        }
    }
}
