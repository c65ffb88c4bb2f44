package dev.tributary.console;

import java.util.List;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * A mail as its sender laid it out, without all that acts: words, lists, tables and links are left. Nothing is fetched for it: where an
 * image was stands where it would have come from. Thread-safe.
 */
final class MailMarkup {

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "div",
                    "span",
                    "br",
                    "hr",
                    "b",
                    "i",
                    "u",
                    "s",
                    "strong",
                    "em",
                    "small",
                    "sub",
                    "sup",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "pre",
                    "code",
                    "table",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "td",
                    "th",
                    "dl",
                    "dt",
                    "dd",
                    "a",
                    "img")
            .allowElements((element, attributes) -> "p", "h1", "h2", "h3", "h4", "h5", "h6", "center")
            .allowWithoutAttributes("span", "a", "img")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("src", "alt")
            .onElements("img")
            .allowAttributes("colspan", "rowspan")
            .matching((element, attribute, value) -> value.matches("[1-9]\\d?") ? value : null)
            .onElements("td", "th")
            .disallowTextIn(
                    "title",
                    "style",
                    "script",
                    "noscript",
                    "noembed",
                    "noframes",
                    "iframe",
                    "object",
                    "textarea",
                    "xmp",
                    "select",
                    "option",
                    "template",
                    "svg",
                    "math",
                    "listing",
                    "plaintext")
            .withPostprocessor(MailParts::new)
            .toFactory();

    private MailMarkup() {}

    /** Markup that may stand in a page as it is; no foreign attribute is left but the addresses of links. */
    static String harmless(String html) {
        return POLICY.sanitize(html);
    }

    /** The attributes of every link that leads away. */
    static List<String> away(String href) {
        return List.of(
                "href",
                href,
                "target",
                "_blank",
                "rel",
                "noopener noreferrer nofollow",
                "referrerpolicy",
                "no-referrer");
    }
}
