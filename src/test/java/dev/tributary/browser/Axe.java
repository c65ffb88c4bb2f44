package dev.tributary.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** What axe finds against WCAG 2.2, levels A and AA, and against good practice. */
final class Axe {

    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

    private Axe() {}

    /** A line for each rule that is broken: how bad, what is asked for, where, and where help is. */
    static List<String> findings(Page page) {
        return new AxeBuilder(page)
                .withTags(TAGS).analyze().getViolations().stream()
                        .map(Axe::line)
                        .toList();
    }

    private static String line(Rule broken) {
        String where =
                broken.getNodes().stream().map(CheckedNode::getHtml).limit(3).collect(Collectors.joining(" | "));
        return broken.getImpact() + " " + broken.getId() + ": " + broken.getHelp() + " at " + where + " ("
                + broken.getHelpUrl() + ")";
    }
}
