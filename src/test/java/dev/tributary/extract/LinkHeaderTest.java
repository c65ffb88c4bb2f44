package dev.tributary.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkHeaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <https://a.example/?page=2>; rel="next"                              | https://a.example/?page=2
            <https://a.example/?page=1>; rel="prev", </x?page=3>; rel="next"     | /x?page=3
            <a>; rel=next                                                        | a
            < a >;REL = "Last  NEXT"                                             | a
            <a,b;c>; title="one, two; rel=\\"next\\"" ; rel="next"               | a,b;c
            <a>; title="x"; rel="prev"; rel="next", <b>; rel="next"              | b
            <a>; rel="next"; anchor="#other", <b>;rel="next"                     | b
            , ,<a>;rel="prev",,<b>; hreflang=de;rel="next"                       | b
            <a>; rel="nextish"                                                   |
            <a>                                                                  |
            <a>; rel                                                             |
            <a; rel="next"                                                       |
            a; rel="next"                                                        |
            <a>; rel="next                                                       | a
            ''                                                                   |
            """)
    void findsTheNextPage(String header, String address) {
        if (address == null) {
            assertThat(LinkHeader.next(List.of(header))).isEmpty();
        } else {
            assertThat(LinkHeader.next(List.of(header))).contains(address);
        }
    }

    @Test
    void readsSeveralHeaders() {
        assertThat(LinkHeader.next(List.of())).isEmpty();
        assertThat(LinkHeader.next(List.of("<a>; rel=prev", "<b>; rel=next"))).contains("b");
    }

    @Test
    void takesTimeInProportionToTheLength() {
        String hostile = "<a>; rel=\"prev\"; ,".repeat(100_000) + ";".repeat(100_000) + "<".repeat(100_000);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> LinkHeader.next(List.of(hostile)));
    }
}
