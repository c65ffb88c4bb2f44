package dev.tributary.extract;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.tributary.definition.AnswerRules;
import dev.tributary.definition.Auth;
import dev.tributary.definition.FeedExtract;
import dev.tributary.definition.HttpCall;
import dev.tributary.definition.HttpExtract;
import dev.tributary.definition.HttpLimits;
import dev.tributary.definition.IdScope;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.landing.Landing;
import dev.tributary.landing.Segment;
import dev.tributary.landing.Segments;
import dev.tributary.run.FailureCode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@Timeout(30)
@SpringBootTest(
        classes = ExtractContext.class,
        properties = {"FEED_PASSWORD=s3cret", "tributary.extract.first-retry=20ms", "tributary.extract.longest-wait=3s"
        })
class FeedExtractTest {

    private static final long RUN = 1;
    private static final String PATH = "/feed/";
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final WireMockServer SITE = new WireMockServer(options().dynamicPort());

    @Autowired
    private Extractor extractor;

    @Autowired
    private Landing landing;

    @Autowired
    private Segments segments;

    private String source;

    @BeforeAll
    static void startTheSite() {
        SITE.start();
    }

    @AfterAll
    static void stopTheSite() {
        SITE.stop();
    }

    @BeforeEach
    void aSourceOfItsOwn() {
        SITE.resetAll();
        source = "feed-" + NAMES.incrementAndGet();
    }

    @Test
    void landsTheFeedAsItIs() {
        answer(ok("\n" + feed("one")));

        assertThat(extract(1)).isEqualTo(new ExtractResult(1, null, null));
        assertThat(landed()).containsExactly("\n" + feed("one"));
    }

    @Test
    void asksOnlyForWhatHasChanged() {
        answer(ok(feed("one"))
                .withHeader("ETag", "W/\"a\"")
                .withHeader("Last-Modified", "Tue, 05 May 2026 09:30:00 GMT"));
        extract(1);
        SITE.resetAll();
        answer(aResponse().withStatus(304));

        assertThat(extract(1)).isEqualTo(new ExtractResult(0, null, null));
        SITE.verify(getRequestedFor(urlEqualTo(PATH))
                .withHeader("If-None-Match", equalTo("W/\"a\""))
                .withHeader("If-Modified-Since", equalTo("Tue, 05 May 2026 09:30:00 GMT")));
        assertThat(landed()).hasSize(1);

        SITE.resetAll();
        answer(ok(feed("two")).withHeader("ETag", "\"b\""));
        extract(1);
        extract(1);
        SITE.verify(getRequestedFor(urlEqualTo(PATH))
                .withHeader("If-None-Match", equalTo("\"b\""))
                .withHeader("If-Modified-Since", absent()));
        assertThat(landed()).containsExactly(feed("one"), feed("two"));
    }

    @Test
    void knowsTheSameFeedAgainWhereTheServerDoesNotTell() {
        answer(ok(feed("one")));
        extract(1);

        assertThat(extract(1)).isEqualTo(new ExtractResult(0, null, null));
        SITE.verify(2, getRequestedFor(urlEqualTo(PATH)).withHeader("If-None-Match", absent()));
    }

    @Test
    void followsPagesOfTheSameHostUpToSoMany() {
        SITE.stubFor(get(urlEqualTo(PATH)).willReturn(ok(page("one", "?paged=2"))));
        SITE.stubFor(get(urlEqualTo(PATH + "?paged=2")).willReturn(ok(page("two", SITE.baseUrl() + "/feed/?paged=3"))));
        SITE.stubFor(get(urlEqualTo(PATH + "?paged=3")).willReturn(ok(page("three", "https://evil.example.com/"))));

        assertThat(extract(2)).isEqualTo(new ExtractResult(2, null, null));
        source += "-all";
        assertThat(extract(9)).isEqualTo(new ExtractResult(3, null, null));
        assertThat(extract(9)).isEqualTo(new ExtractResult(0, null, null));
    }

    @Test
    void readsAllPagesAgainWhereOneBreaksOff() {
        SITE.stubFor(
                get(urlEqualTo(PATH)).willReturn(ok(page("one", "?paged=2")).withHeader("ETag", "\"a\"")));
        SITE.stubFor(get(urlEqualTo(PATH + "?paged=2")).willReturn(aResponse().withStatus(404)));

        assertThat(extract(2).code()).isEqualTo(FailureCode.UNEXPECTED_ANSWER);
        assertThat(landing.cursor(source)).isEmpty();
        assertThat(extract(2).segments()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <!DOCTYPE html><p>Log in         | the file is an HTML page
            <rss version="2.0"><channel>     | the file is not well-formed XML
            <urlset/>                        | it is XML, but neither RSS nor Atom
            {"items": []}                    | it is JSON, but no JSON Feed
            Anna was here                    | the file is not well-formed XML
            ''                               | the file is empty
            <!DOCTYPE rss><rss version="2.0"/> | the document has a DOCTYPE
            """)
    void takesNothingButAFeed(String body, String problem) {
        answer(ok(feed("one")));
        extract(1);
        String before = landing.cursor(source).orElseThrow();
        answer(ok(body));

        ExtractResult result = extract(1);

        assertThat(result.segments()).isZero();
        assertThat(result.code()).isEqualTo(FailureCode.UNEXPECTED_ANSWER);
        assertThat(result.message())
                .startsWith(SITE.baseUrl() + PATH + " gives no feed that can be read: " + problem)
                .doesNotContain("Anna");
        assertThat(landing.cursor(source)).contains(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            301 | https://feeds.example.org/x?key=abc | answers 301 and points to https://feeds.example.org; redirects are not followed: see whether it is right, and put the final address into extract.url.
            302 | /feed/all?key=abc                   | answers 302 and points to another address of the same host; redirects are not followed: see whether it is right, and put the final address into extract.url.
            308 | ::                                  | answers 308 and points to nowhere that can be read; redirects are not followed: see whether it is right, and put the final address into extract.url.
            410 | /                                   | is gone for good (410); ask its owner for the new address, or take the source out of the job.
            404 | /                                   | answers 404; see whether extract.url and its params are right.
            401 | /                                   | refuses our credentials (401); renew what extract.auth names.
            """)
    void endsTheSourceAtOnce(int status, String location, String message) {
        answer(aResponse().withStatus(status).withHeader("Location", location));

        assertThat(extract(1).message()).isEqualTo(SITE.baseUrl() + PATH + " " + message);
        assertThat(SITE.getAllServeEvents()).hasSize(1);
        assertThat(landing.cursor(source)).isEmpty();
    }

    @Test
    void asksAgainWhereItMayPass() {
        SITE.stubFor(get(urlPathEqualTo(PATH))
                .inScenario("s")
                .whenScenarioStateIs(STARTED)
                .willSetStateTo("slow")
                .willReturn(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));
        SITE.stubFor(get(urlPathEqualTo(PATH))
                .inScenario("s")
                .whenScenarioStateIs("slow")
                .willSetStateTo("up")
                .willReturn(aResponse().withStatus(503).withHeader("Retry-After", "1")));
        SITE.stubFor(get(urlPathEqualTo(PATH))
                .inScenario("s")
                .whenScenarioStateIs("up")
                .willReturn(ok(feed("one"))));

        assertThat(extract(1)).isEqualTo(new ExtractResult(1, null, null));
        SITE.verify(
                3,
                getRequestedFor(urlEqualTo(PATH))
                        .withBasicAuth(new com.github.tomakehurst.wiremock.client.BasicCredentials("mia", "s3cret")));
    }

    private ExtractResult extract(int pages) {
        HttpExtract http = new HttpExtract(
                HttpCall.get(SITE.baseUrl() + PATH, Map.of("Accept", "application/atom+xml"), Map.of()),
                new Auth.Basic("mia", "${FEED_PASSWORD}"),
                null,
                null,
                null,
                AnswerRules.BY_STATUS,
                new HttpLimits(100, Duration.ofSeconds(5), 2));
        return extractor.extract(
                new SourceDefinition(
                        source,
                        "blog",
                        "blog.acme.example",
                        null,
                        ZoneOffset.UTC,
                        IdScope.ACCOUNT,
                        new FeedExtract(http, pages),
                        "feed"),
                RUN);
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        SITE.stubFor(get(urlPathEqualTo(PATH)).willReturn(answer));
    }

    private static String feed(String title) {
        return page(title, null);
    }

    private static String page(String title, String next) {
        String link = next == null ? "" : "<link rel='next' href='" + next + "'/>";
        return "<feed xmlns='http://www.w3.org/2005/Atom'>" + link + "<entry><id>1</id><title>" + title
                + "</title></entry></feed>";
    }

    private List<String> landed() {
        return segments.pending(List.of(source), 2).stream()
                .map(FeedExtractTest::read)
                .toList();
    }

    private static String read(Segment segment) {
        try {
            return Files.readString(segment.file());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
