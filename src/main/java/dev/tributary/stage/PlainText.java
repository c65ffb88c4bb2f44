package dev.tributary.stage;

import java.util.Locale;
import java.util.Set;
import org.springframework.web.util.HtmlUtils;

/**
 * The words of an HTML text, in one pass over it however broken it is: tags, comments, styles and scripts are left out, blocks
 * and line breaks become lines, white space is folded as a browser does, and character references are decoded once.
 */
final class PlainText {

    private static final Set<String> BLOCKS = Set.of(
            "br", "p", "div", "li", "tr", "table", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr");
    private static final Set<String> UNSEEN = Set.of("style", "script", "head", "title");

    private final String html;
    private final StringBuilder words = new StringBuilder();
    private int position;

    private PlainText(String html) {
        this.html = html;
    }

    static String of(String html) {
        return new PlainText(html).read();
    }

    private String read() {
        while (position < html.length()) {
            if (html.startsWith("<!--", position)) {
                position = after("-->", position);
            } else if (atTag()) {
                tag();
            } else {
                character(html.charAt(position++));
            }
        }
        return HtmlUtils.htmlUnescape(words.toString()).replace('\u00A0', ' ').strip();
    }

    /** A lone {@code <}, as in "1 < 2", is a word. */
    private boolean atTag() {
        if (html.charAt(position) != '<' || position + 1 == html.length()) {
            return false;
        }
        char next = html.charAt(position + 1);
        return next == '/' || next == '!' || next == '?' || Character.isLetter(next);
    }

    private void tag() {
        int end = after(">", position);
        String name = name(position + 1);
        boolean opens = html.charAt(position + 1) != '/';
        position = opens && UNSEEN.contains(name) ? afterElement(name, end) : end;
        if (BLOCKS.contains(name)) {
            line(opens && name.equals("br"));
        }
    }

    private String name(int start) {
        int from = html.charAt(start) == '/' ? start + 1 : start;
        int to = from;
        while (to < html.length() && Character.isLetterOrDigit(html.charAt(to))) {
            to++;
        }
        return html.substring(from, to).toLowerCase(Locale.ROOT);
    }

    private int afterElement(String name, int start) {
        for (int close = html.indexOf("</", start); close >= 0; close = html.indexOf("</", close + 2)) {
            if (html.regionMatches(true, close + 2, name, 0, name.length())) {
                return after(">", close);
            }
        }
        return html.length();
    }

    private int after(String what, int start) {
        int found = html.indexOf(what, start);
        return found < 0 ? html.length() : found + what.length();
    }

    private void character(char letter) {
        if (!Character.isWhitespace(letter)) {
            words.append(letter);
        } else if (!words.isEmpty() && !Character.isWhitespace(words.charAt(words.length() - 1))) {
            words.append(' ');
        }
    }

    private void line(boolean always) {
        while (!words.isEmpty() && words.charAt(words.length() - 1) == ' ') {
            words.setLength(words.length() - 1);
        }
        if (!words.isEmpty() && (always || words.charAt(words.length() - 1) != '\n')) {
            words.append('\n');
        }
    }
}
