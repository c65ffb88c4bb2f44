package dev.tributary.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.testing.Payloads;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MailMarkupTest {

    private static final Pattern TAG = Pattern.compile("<\\s*/?\\s*([^\\s/>]+)([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s+([^\\s=]+)(?:=\"([^\"]*)\")?");
    private static final Set<String> ELEMENTS = Set.of(
            "p div span br hr b i u s strong em small sub sup ul ol li blockquote pre code table thead tbody tfoot tr td th dl dt dd a"
                    .split(" "));
    private static final Set<String> ATTRIBUTES =
            Set.of("href", "target", "rel", "referrerpolicy", "class", "colspan", "rowspan");

    static Stream<String> payloads() {
        return Payloads.hostile().stream();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void leavesNothingThatActsOrFetches(String payload) {
        expectHarmless(MailMarkup.harmless(payload));
        expectHarmless(MailMarkup.harmless("<div><table><tr><td>" + payload + "</td></tr></table></div>"));
        expectHarmless(MailMarkup.harmless("<a href=\"" + payload + "\" title='" + payload + "'>" + payload + "</a>"));
    }

    @Property(tries = 500)
    void leavesNothingThatActsOfSeveralTogether(@ForAll("mixed") List<String> parts) {
        String once = MailMarkup.harmless(String.join("", parts));
        expectHarmless(once);
        expectHarmless(MailMarkup.harmless(once));
    }

    @Provide
    Arbitrary<List<String>> mixed() {
        return Arbitraries.of(Payloads.hostile())
                .map(it -> it.substring(0, Math.min(it.length(), 200)))
                .list()
                .ofMinSize(2)
                .ofMaxSize(5);
    }

    /** The sanitiser takes the words of templates apart with empty comments. */
    private static void expectHarmless(String sanitised) {
        String markup = sanitised.replace("<!-- -->", "");
        Matcher tag = TAG.matcher(markup);
        while (tag.find()) {
            assertThat(ELEMENTS).as(markup).contains(tag.group(1).toLowerCase(Locale.ROOT));
            Matcher attribute = ATTRIBUTE.matcher(tag.group(2).replaceFirst("/$", ""));
            while (attribute.find()) {
                assertThat(ATTRIBUTES).as(markup).contains(attribute.group(1).toLowerCase(Locale.ROOT));
                if (attribute.group(1).equals("href")) {
                    assertThat(attribute.group(2)).as(markup).matches("(https?://|mailto:).*");
                }
                if (attribute.group(1).equals("class")) {
                    assertThat(attribute.group(2)).isEqualTo("left-out");
                }
            }
        }
        assertThat(TAG.matcher(markup).replaceAll("")).as(markup).doesNotContain("<");
    }

    @Test
    void keepsWordsListsTablesAndLinks() {
        assertThat(MailMarkup.harmless("<h1>Hello Mia</h1><p>The <b>zip</b><br>is <i>broken</i></p>"
                        + "<ul><li>one</li></ul><table><tr><td colspan=2>x</td></tr></table>"))
                .isEqualTo("<p>Hello Mia</p><p>The <b>zip</b><br />is <i>broken</i></p><ul><li>one</li></ul>"
                        + "<table><tbody><tr><td colspan=\"2\">x</td></tr></tbody></table>");
    }

    @Test
    void leadsAwayWithoutSayingFromWhere() {
        assertThat(MailMarkup.harmless("<a href='https://shop.example/x?a=1&amp;b=2' target=_top>the shop</a>"))
                .isEqualTo("<a href=\"https://shop.example/x?a&#61;1&amp;b&#61;2\" target=\"_blank\""
                        + " rel=\"noopener noreferrer nofollow\" referrerpolicy=\"no-referrer\">the shop</a>");
    }

    @Test
    void saysWhereALinkLeadsThatShowsAnotherAddress() {
        assertThat(MailMarkup.harmless("<a href='https://evil.example/'>https://bank.example/</a>"))
                .endsWith("</a><span class=\"left-out\"> [evil.example]</span>");
        assertThat(MailMarkup.harmless("<a href='https://bank.example/x'>bank.example</a>"))
                .doesNotContain("left-out");
    }

    @Test
    void namesAnImageAndLoadsNone() {
        assertThat(MailMarkup.harmless("<p>See <img src='https://cdn.example/zip.jpg' alt='the zip'></p>"))
                .isEqualTo("<p>See <span class=\"left-out\">[image: the zip; not loaded from cdn.example]</span></p>");
        assertThat(MailMarkup.harmless("<img src='cid:1'>"))
                .isEqualTo("<span class=\"left-out\">[image; not loaded]</span>");
    }
}
