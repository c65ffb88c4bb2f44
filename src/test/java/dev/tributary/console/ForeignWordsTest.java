package dev.tributary.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.testing.Payloads;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignWordsTest {

    private final ForeignWords foreign = new ForeignWords();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See https://acme.example/a?b=1&c=2. | https://acme.example/a?b=1&c=2",
                "(http://acme.example) | http://acme.example",
                "HTTPS://Acme.Example/X | https://acme.example/X",
                "https://münchen.example/ü | https://xn--mnchen-3ya.example/%C3%BC",
                "write to mia@acme.example! | mailto:mia@acme.example"
            })
    void leadsToWebAndMailAddresses(String text, String href) {
        assertThat(hrefs(text)).containsExactly(href);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "https://bank.example@evil.example/",
                "https://",
                "http://[",
                "ftp://x.example",
                "//evil.example",
                "anna@localhost",
                "мия@acme.example"
            })
    void leadsNowhereElse(String text) {
        assertThat(hrefs(text)).isEmpty();
    }

    @Test
    void showsTheHostThatLooksLikeAnother() {
        assertThat(foreign.message("https://раураl.example/"))
                .extracting(Piece::text)
                .containsExactly("https://раураl.example/", "xn--l-7sba6dbr.example");
    }

    @Test
    void namesWhatWouldNotBeSeenOrTurnsWhatFollows() {
        assertThat(foreign.name("Anna \u202Eegreb\u0000"))
                .containsExactly(
                        Piece.words("Anna "), Piece.mark("U+202E"), Piece.words("egreb"), Piece.mark("U+0000"));
        assertThat(foreign.name("👩\u200D👧 \u200Fשלום")).hasSize(1);
    }

    @Test
    void keepsLinesAndAllWords() {
        assertThat(foreign.message("One\r\ntwo\n\nthree")).containsExactly(Piece.words("One\ntwo\n\nthree"));
        assertThat(foreign.message(null)).isEmpty();
    }

    @Test
    void givesTheFirstWordsInOneLine() {
        assertThat(foreign.first("Hello\nMia \u202E, the zip of my tent", 12)).isEqualTo("Hello Mia , …");
        assertThat(foreign.first("Hello", 12)).isEqualTo("Hello");
        assertThat(foreign.first(null, 12)).isEmpty();
    }

    static Stream<String> payloads() {
        return Payloads.hostile().stream();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void leadsOnlyToTheWebAndToMailWhateverSomebodyWrites(String payload) {
        assertThat(hrefs(payload + " " + payload)).allMatch(it -> it.matches("(https?://[^\\s\"'<>`]+|mailto:[!-~]+)"));
    }

    @Property
    void losesNoWord(@ForAll String text) {
        String shown = foreign.message(text).stream()
                .filter(it -> !it.mark())
                .map(Piece::text)
                .collect(Collectors.joining());
        String seen = text.replace("\r\n", "\n");
        assertThat(shown.length()).isLessThanOrEqualTo(seen.length());
        assertThat(letters(shown)).isEqualTo(letters(seen));
    }

    private static List<Integer> letters(String text) {
        return text.codePoints()
                .filter(it -> Character.isLetterOrDigit(it) && it != 0x3164 && it != 0x115F && it != 0x1160)
                .boxed()
                .toList();
    }

    private List<String> hrefs(String text) {
        return foreign.message(text).stream()
                .map(Piece::href)
                .filter(Objects::nonNull)
                .toList();
    }
}
