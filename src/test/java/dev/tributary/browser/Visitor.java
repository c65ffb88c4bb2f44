package dev.tributary.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody at the pages. When they leave, nothing may have gone wrong in their browser unless they expected it: no error of a script,
 * no dialog, nothing that the content security policy refused, nothing asked of another host.
 */
final class Visitor implements AutoCloseable {

    private static final int PATIENCE = 8_000;

    private final String address;
    private final BrowserContext context;
    private final Page page;
    private final List<String> wrong = new ArrayList<>();

    Visitor(String address, BrowserContext context) {
        this.address = address;
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onPageError(error -> wrong.add("error: " + error));
        page.onDialog(dialog -> {
            wrong.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                wrong.add("console: " + message.text() + " " + message.location());
            }
        });
        context.onRequest(request -> {
            if (!request.url().startsWith(address) && !request.url().startsWith("data:")) {
                wrong.add("request: " + request.url());
            }
        });
    }

    /** Opens a page, and gives its status. */
    int open(String path) {
        return page.navigate(address + path).status();
    }

    Page page() {
        return page;
    }

    /** The path and the query of the page that is shown. */
    String at() {
        return page.url().substring(address.length());
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
    }

    Locator main() {
        return page.locator("main");
    }

    /** What the page tells those who do not see it. */
    Locator said() {
        return page.locator("#said");
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /** What went wrong in the browser until now; it is not told again. */
    List<String> wentWrong() {
        List<String> until = List.copyOf(wrong);
        wrong.clear();
        return until;
    }

    @Override
    public void close() {
        context.close();
        assertThat(wrong).isEmpty();
    }
}
