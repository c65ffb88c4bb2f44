package dev.tributary.console;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlStreamEventReceiver;

/** Puts words in the place of images, and says where a link leads that shows another address. */
final class MailParts implements HtmlStreamEventReceiver {

    private static final List<String> LEFT_OUT = List.of("class", "left-out");

    private final HtmlStreamEventReceiver page;
    private final StringBuilder shown = new StringBuilder();
    private @Nullable String host;

    MailParts(HtmlStreamEventReceiver page) {
        this.page = page;
    }

    @Override
    public void openDocument() {
        page.openDocument();
    }

    @Override
    public void closeDocument() {
        page.closeDocument();
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        switch (element) {
            case "img" -> leftOut(value(attributes, "alt"), value(attributes, "src"));
            case "a" -> link(value(attributes, "href"));
            default -> page.openTag(element, attributes);
        }
    }

    @Override
    public void text(String text) {
        shown.append(text);
        page.text(text);
    }

    @Override
    public void closeTag(String element) {
        if (element.equals("a")) {
            page.closeTag(host == null ? "span" : "a");
            if (host != null && !host.isEmpty() && looksLikeAnother()) {
                note(" [" + host + "]");
            }
            host = null;
        } else if (!element.equals("img")) {
            page.closeTag(element);
        }
    }

    private void link(@Nullable String href) {
        Optional<WebAddress> web = WebAddress.of(href);
        boolean mail = href != null && href.regionMatches(true, 0, "mailto:", 0, 7);
        shown.setLength(0);
        if (href != null && (web.isPresent() || mail)) {
            host = web.map(WebAddress::host).orElse("");
            page.openTag("a", MailMarkup.away(web.map(WebAddress::href).orElse(href)));
        } else {
            page.openTag("span", List.of());
        }
    }

    /** Whether the words of the link are an address, and not that of its host. */
    private boolean looksLikeAnother() {
        String words = shown.toString().strip();
        boolean address = words.contains("://") || words.matches("[^\\s/]+\\.\\p{L}{2,}(/\\S*)?");
        return address && !words.contains(String.valueOf(host));
    }

    private void leftOut(@Nullable String alt, @Nullable String src) {
        String from = WebAddress.of(src).map(it -> " from " + it.host()).orElse("");
        String of = alt == null || alt.isBlank() ? "" : ": " + alt.strip();
        note("[image" + of + "; not loaded" + from + "]");
    }

    private void note(String words) {
        page.openTag("span", LEFT_OUT);
        page.text(words);
        page.closeTag("span");
    }

    private static @Nullable String value(List<String> attributes, String name) {
        int at = attributes.indexOf(name);
        return at < 0 || at % 2 == 1 ? null : attributes.get(at + 1);
    }
}
