package dev.tributary.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>Hello  <b>Anna</b>,</p><p>thanks!</p> | Hello Anna,\\nthanks!",
                "one<br>two<br/><br/>three | one\\ntwo\\n\\nthree",
                "<head><title>x</title></head><style>p { color: red }</style>seen | seen",
                "<script>if (a < b) go()</script>seen<!-- not <b>this</b> --> | seen",
                "5 &lt; 6 &amp;amp; 1 < 2 | 5 < 6 &amp; 1 < 2",
                "caf&eacute;&nbsp;&#128512; | café 😀",
                "a<b | a",
                "<style>never closed | ''",
            })
    void keepsWhatAReaderSees(String html, String words) {
        assertThat(PlainText.of(html)).isEqualTo(words.replace("\\n", "\n"));
    }

    @Test
    @Timeout(5)
    void readsHostileMarkupInOnePass() {
        for (String piece : new String[] {"<", "<a", "<!--", "</", "<p>"}) {
            long start = System.nanoTime();
            PlainText.of(piece.repeat(200_000));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }
    }
}
