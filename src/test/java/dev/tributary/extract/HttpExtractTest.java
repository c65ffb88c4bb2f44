package dev.tributary.extract;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.tributary.definition.Auth;
import dev.tributary.definition.Cursor;
import dev.tributary.definition.Paging;
import dev.tributary.landing.Landing;
import dev.tributary.landing.Segment;
import dev.tributary.landing.Segments;
import dev.tributary.run.FailureCode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@Timeout(30)
@SpringBootTest(
        classes = ExtractContext.class,
        properties = {
            "API_TOKEN=s3cret",
            "BLANK=",
            "tributary.extract.first-retry=20ms",
            "tributary.extract.longest-wait=3s",
            "tributary.extract.largest-answer=1KB"
        })
class HttpExtractTest {

    private static final long RUN = 1;
    private static final String PATH = "/mentions";
    private static final Paging TOKENS = new Paging.Token("meta.next_token", "pagination_token");
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final WireMockServer API = new WireMockServer(options().dynamicPort());

    @DynamicPropertySource
    static void aSecretOfTwoLines(DynamicPropertyRegistry properties) {
        properties.add("BROKEN", () -> "a\nb");
    }

    @Autowired
    private Extractor extractor;

    @Autowired
    private Landing landing;

    @Autowired
    private Segments segments;

    private HttpSource source;

    @BeforeAll
    static void startTheApi() {
        API.start();
    }

    @AfterAll
    static void stopTheApi() {
        API.stop();
    }

    @BeforeEach
    void aSourceOfItsOwn() {
        API.resetAll();
        source = HttpSource.at("source-" + NAMES.incrementAndGet(), API.baseUrl() + PATH);
    }

    @Test
    void landsOnePageAsItIs() {
        answer(okJson("{ \"data\": [] }"));

        assertThat(extract(source)).isEqualTo(new ExtractResult(1, null, null));
        assertThat(landed()).containsExactly("{ \"data\": [] }");
        assertThat(segments()).extracting(Segment::origin).containsExactly(API.baseUrl() + PATH);
    }

    @Test
    void followsTokensWithAllParameters() {
        API.stubFor(get(urlPathEqualTo(PATH))
                .withQueryParam("pagination_token", absent())
                .willReturn(okJson("{\"meta\":{\"next_token\":\"b+ &c\"}}")));
        API.stubFor(get(urlPathEqualTo(PATH))
                .withQueryParam("pagination_token", equalTo("b+ &c"))
                .withQueryParam("page[size]", equalTo("ä b"))
                .willReturn(okJson("{\"meta\":{\"next_token\":\"\"}}")));

        assertThat(extract(source.with(TOKENS).withParam("page[size]", "ä b")).segments())
                .isEqualTo(2);
    }

    @Test
    void keepsNumbersThatAreTokensExact() {
        API.stubFor(get(urlEqualTo(PATH)).willReturn(okJson("{\"meta\":{\"next_token\":1750000000000000001}}")));
        API.stubFor(
                get(urlEqualTo(PATH + "?pagination_token=1750000000000000001")).willReturn(okJson("{}")));

        assertThat(extract(source.with(TOKENS))).isEqualTo(new ExtractResult(2, null, null));
    }

    @Test
    void followsLinksRelativeAndWhole() {
        API.stubFor(get(urlEqualTo(PATH)).willReturn(okJson("{\"next\":\"?page=2\"}")));
        API.stubFor(get(urlEqualTo(PATH + "?page=2"))
                .willReturn(okJson("{\"next\":\"" + API.baseUrl() + "/other?access_token=abc\"}")));
        API.stubFor(get(urlEqualTo("/other?access_token=abc")).willReturn(okJson("{\"next\":null}")));

        assertThat(extract(source.with(new Paging.Link("next"))).segments()).isEqualTo(3);
        assertThat(segments()).extracting(Segment::origin).containsOnly(API.baseUrl() + PATH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/mentions",
                "http://127.0.0.1:1/",
                "//evil.example.com/",
                "https://localhost/"
            })
    void showsOurCredentialsToNoOtherHost(String link) {
        answer(okJson("{\"next\":\"" + link + "\"}"));

        ExtractResult result = extract(source.with(new Paging.Link("next")).with(new Auth.Bearer("${API_TOKEN}")));

        assertThat(result.code()).isEqualTo(FailureCode.UNEXPECTED_ANSWER);
        assertThat(result.message())
                .isEqualTo(API.baseUrl() + PATH + " names as the next page another host, which must not see our"
                        + " credentials; see whether extract.page.next fits.");
        assertThat(requests()).hasSize(1);
    }

    @Test
    void countsOffUntilAPageIsNotFull() {
        API.stubFor(get(urlEqualTo(PATH + "?offset=0&limit=2")).willReturn(okJson("{\"data\":[1,2]}")));
        API.stubFor(get(urlEqualTo(PATH + "?limit=2&offset=0")).willReturn(okJson("{\"data\":[1,2]}")));
        API.stubFor(get(urlEqualTo(PATH + "?offset=2&limit=2")).willReturn(okJson("{\"data\":[3]}")));
        API.stubFor(get(urlEqualTo(PATH + "?limit=2&offset=2")).willReturn(okJson("{\"data\":[3]}")));

        assertThat(extract(source.with(new Paging.Offset("offset", 2, "limit", "data"))))
                .isEqualTo(new ExtractResult(2, null, null));
    }

    @Test
    void noticesAnApiThatDoesNotHeedTheOffset() {
        answer(okJson("{\"data\":[1,2]}"));

        ExtractResult result = extract(source.with(new Paging.Offset("offset", 2, null, "data")));

        assertThat(result.code()).isEqualTo(FailureCode.CURSOR_REPEATS);
        assertThat(requests()).hasSize(2);
    }

    @Test
    void sendsABearerTokenAPairOrAHeader() {
        answer(okJson("{}"));

        extract(source.with(new Auth.Bearer("${API_TOKEN}")));
        extract(source.with(new Auth.Basic("acme", "${API_TOKEN}")));
        extract(source.with(new Auth.Header("X-Api-Key", "Key ${API_TOKEN}")));

        API.verify(getRequestedFor(urlEqualTo(PATH)).withHeader("Authorization", equalTo("Bearer s3cret")));
        API.verify(getRequestedFor(urlEqualTo(PATH)).withHeader("Authorization", equalTo("Basic YWNtZTpzM2NyZXQ=")));
        API.verify(getRequestedFor(urlEqualTo(PATH)).withHeader("X-Api-Key", equalTo("Key s3cret")));
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_THERE, 'NOT_THERE is not set; put it into the environment or the config tree.'",
        "BLANK,     'BLANK is not set; put it into the environment or the config tree.'",
        "BROKEN,    'BROKEN holds a line break; set it in one line.'"
    })
    void asksForASecretThatIsMissingAndSendsNothing(String name, String message) {
        ExtractResult result = extract(source.with(new Auth.Bearer("${" + name + "}")));

        assertThat(result).isEqualTo(new ExtractResult(0, FailureCode.SECRET_MISSING, message));
        assertThat(requests()).isEmpty();
    }

    @Test
    void waitsAsManySecondsAsItIsAskedTo() {
        answers(aResponse().withStatus(429).withHeader("Retry-After", "1"), okJson("{}"));

        assertThat(extract(source).complete()).isTrue();
        assertThat(pause()).isBetween(Duration.ofMillis(1000), Duration.ofMillis(2500));
    }

    @Test
    void waitsUntilTheDateThatItIsGivenByTheClockOfTheSource() {
        ZonedDateTime there = ZonedDateTime.now(ZoneOffset.UTC).minusYears(1);
        answers(
                aResponse()
                        .withStatus(503)
                        .withHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(there))
                        .withHeader("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(there.plusSeconds(1))),
                okJson("{}"));

        assertThat(extract(source).complete()).isTrue();
        assertThat(pause()).isBetween(Duration.ofMillis(1000), Duration.ofMillis(2500));
    }

    @Test
    void slowsDownFromThePauseThatItWasAskedFor() {
        answers(
                aResponse().withStatus(429).withHeader("Retry-After", "1"),
                aResponse().withStatus(500),
                okJson("{}"));

        assertThat(extract(source).complete()).isTrue();
        assertThat(pause(1)).isBetween(Duration.ofMillis(2000), Duration.ofMillis(3500));
    }

    @Test
    void doesNotWaitLongerThanAllowed() {
        answer(aResponse().withStatus(429).withHeader("Retry-After", "4"));

        ExtractResult result = extract(source);

        assertThat(result.code()).isEqualTo(FailureCode.RATE_LIMITED);
        assertThat(result.message())
                .isEqualTo(API.baseUrl() + PATH + " asks to slow down (429) and to wait 4 s;"
                        + " the next run asks again.");
        assertThat(requests()).hasSize(1);
    }

    @Test
    void triesAgainSlowerEachTime() {
        answers(aResponse().withStatus(500), aResponse().withStatus(502), okJson("{}"));

        assertThat(extract(source).complete()).isTrue();
        assertThat(requests()).hasSize(3);
    }

    @Test
    void givesUpAfterTheRetriesAndCountsThemForEachPageAnew() {
        API.stubFor(get(urlEqualTo(PATH))
                .inScenario("a")
                .whenScenarioStateIs(STARTED)
                .willSetStateTo("b")
                .willReturn(aResponse().withStatus(500)));
        API.stubFor(get(urlEqualTo(PATH))
                .inScenario("a")
                .whenScenarioStateIs("b")
                .willSetStateTo("c")
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        API.stubFor(get(urlEqualTo(PATH))
                .inScenario("a")
                .whenScenarioStateIs("c")
                .willReturn(okJson("{\"meta\":{\"next_token\":\"n\"}}")));
        API.stubFor(get(urlEqualTo(PATH + "?pagination_token=n"))
                .willReturn(aResponse().withStatus(504)));

        ExtractResult result = extract(source.with(TOKENS));

        assertThat(result)
                .isEqualTo(new ExtractResult(
                        1, FailureCode.UNREACHABLE, API.baseUrl() + PATH + " answers 504; the next run asks again."));
        assertThat(requests()).hasSize(6);
    }

    @Test
    void takesNoHalfAnswerForAPage() throws IOException {
        try (ServerSocket server = new ServerSocket(0)) {
            String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n[1, 2]";
            Thread api = new Thread(() -> always(server, head));
            api.setDaemon(true);
            api.start();

            ExtractResult result =
                    extract(HttpSource.at(source.name(), "http://localhost:" + server.getLocalPort() + PATH));

            assertThat(result.code()).isEqualTo(FailureCode.UNREACHABLE);
            assertThat(result.message()).contains(" breaks off its answer; ");
            assertThat(result.segments()).isZero();
        }
    }

    @Test
    void doesNotWaitForASlowAnswer() {
        answer(okJson("[" + " ".repeat(500) + "]").withChunkedDribbleDelay(10, 20_000));

        ExtractResult result = extract(source.withTimeout(Duration.ofSeconds(1)));

        assertThat(result.code()).isEqualTo(FailureCode.UNREACHABLE);
        assertThat(result.message()).contains(" does not answer in full within 1 s; ");
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }

        ExtractResult result = extract(HttpSource.at(source.name(), "http://localhost:" + port + PATH));

        assertThat(result.message())
                .isEqualTo("http://localhost:" + port + "/mentions takes no connection, or its host is not known;"
                        + " the next run asks again.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | UNAUTHORIZED      | refuses our credentials (401); renew what extract.auth names, and see what it may read.
            403 | UNAUTHORIZED      | refuses our credentials (403); renew what extract.auth names, and see what it may read.
            404 | UNEXPECTED_ANSWER | answers 404; see whether extract.url and its params are right.
            206 | UNEXPECTED_ANSWER | answers 206; see what the source's documentation says of it.
            302 | UNEXPECTED_ANSWER | answers 302; redirects are not followed: put the final address into extract.url.
            """)
    void endsTheSourceAtOnce(int status, FailureCode code, String message) {
        answer(aResponse().withStatus(status).withHeader("Location", API.baseUrl() + "/elsewhere"));

        assertThat(extract(source.with(new Auth.Bearer("${API_TOKEN}"))))
                .isEqualTo(new ExtractResult(0, code, API.baseUrl() + PATH + " " + message));
        assertThat(requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <html>Anna, log in</html> | something that is no JSON page (text/html)
            {"data":[                 | something that is no JSON page (text/html)
            "maintenance"             | something that is no JSON page (text/html)
            {} {}                     | something that is no JSON page (text/html)
            ''                        | an empty page (text/html)
            """)
    void takesNothingButJsonForAPage(String body, String what) {
        answer(aResponse().withBody(body).withHeader("Content-Type", "text/html"));

        assertThat(extract(source.with(cursor())))
                .isEqualTo(new ExtractResult(
                        0,
                        FailureCode.UNEXPECTED_ANSWER,
                        API.baseUrl() + PATH + " answers with " + what + "; see in a browser what it says."));
        assertThat(landing.cursor(source.name())).isEmpty();
    }

    @Test
    void takesNoAnswerThatIsTooLarge() {
        answer(okJson("[" + " ".repeat(2000) + "]"));

        assertThat(extract(source).message())
                .isEqualTo(API.baseUrl() + PATH + " answers with more than 1024 bytes; ask for smaller pages,"
                        + " or raise tributary.extract.largest-answer.");
    }

    @Test
    void stopsWhereATokenComesAgain() {
        API.stubFor(get(urlPathEqualTo(PATH)).willReturn(page(1, "a")));
        API.stubFor(get(urlEqualTo(PATH + "?pagination_token=a")).willReturn(page(2, "b")));
        API.stubFor(get(urlEqualTo(PATH + "?pagination_token=b")).willReturn(page(3, "a")));

        ExtractResult result = extract(source.with(TOKENS).with(cursor()));

        assertThat(result.code()).isEqualTo(FailureCode.CURSOR_REPEATS);
        assertThat(result.segments()).isEqualTo(3);
        assertThat(requests()).hasSize(3);
        assertThat(landing.cursor(source.name())).isEmpty();
    }

    @Test
    void keepsToTheBudgetAndLandsWhatCame() {
        API.stubFor(get(urlPathEqualTo(PATH)).willReturn(page(2, "a")));
        API.stubFor(get(urlEqualTo(PATH + "?pagination_token=a")).willReturn(page(1, "b")));

        ExtractResult result = extract(source.with(TOKENS).with(cursor()).withBudget(2));

        assertThat(result)
                .isEqualTo(new ExtractResult(
                        2,
                        FailureCode.BUDGET_USED_UP,
                        "The 2 requests that " + API.baseUrl() + PATH
                                + " may cost in one run are used up before its last"
                                + " page; what came is landed. Raise extract.budget, for the next run begins at the first"
                                + " page again."));
        assertThat(requests()).hasSize(2);
        assertThat(landing.cursor(source.name())).isEmpty();
    }

    @Test
    void goesOnInTheNextRunWhereTheBudgetEndedIfTheOldestCameFirst() {
        Cursor oldestFirst = new Cursor("meta.newest", "since", Duration.ZERO, null, null, Cursor.Order.OLDEST_FIRST);
        API.stubFor(get(urlPathEqualTo(PATH)).willReturn(page(1, "a")));
        API.stubFor(get(urlEqualTo(PATH + "?pagination_token=a")).willReturn(page(2, "b")));

        ExtractResult result = extract(source.with(TOKENS).with(oldestFirst).withBudget(2));

        assertThat(result.message()).endsWith("what came is landed. The next run goes on there.");
        assertThat(landing.cursor(source.name())).contains("2");
    }

    @Test
    void movesTheCursorOnceAllIsLandedAndSendsItTheNextTime() {
        API.stubFor(get(urlPathEqualTo(PATH)).willReturn(page(30, "a")));
        API.stubFor(get(urlEqualTo(PATH + "?pagination_token=a"))
                .willReturn(aResponse().withStatus(404)));
        extract(source.with(TOKENS).with(cursor()));
        assertThat(landing.cursor(source.name())).isEmpty();

        API.stubFor(get(urlEqualTo(PATH + "?pagination_token=a")).willReturn(page(9, "")));
        assertThat(extract(source.with(TOKENS).with(cursor())).complete()).isTrue();
        assertThat(landing.cursor(source.name())).contains("30");

        API.resetRequests();
        API.stubFor(get(urlEqualTo(PATH + "?since=30")).willReturn(okJson("{}")));
        extract(source.with(TOKENS).with(cursor()));
        assertThat(requests()).extracting(LoggedRequest::getUrl).containsExactly(PATH + "?since=30");
        assertThat(landing.cursor(source.name())).contains("30");
    }

    @Test
    void asksAgainForTheTimeOfTheOverlap() {
        Cursor times = new Cursor("data.at", "since", Duration.ofHours(96), null, null, Cursor.Order.NEWEST_FIRST);
        answer(okJson("{\"data\":[{\"at\":\"2026-01-31T10:00:00+0100\"},{\"at\":\"2026-01-31T09:30:00Z\"}]}"));
        extract(source.with(times));
        assertThat(landing.cursor(source.name())).contains("2026-01-31T09:30:00Z");

        API.resetRequests();
        extract(source.with(times));

        assertThat(requests())
                .extracting(LoggedRequest::getUrl)
                .containsExactly(PATH + "?since=2026-01-27T09%3A30%3A00Z");
    }

    @Test
    void mentionsNoSecretWhateverTheAnswer() {
        HttpSource secretEverywhere = HttpSource.at(source.name(), API.baseUrl() + "/bot${API_TOKEN}/updates")
                .withParam("access_token", "${API_TOKEN}")
                .with(new Auth.Bearer("${API_TOKEN}"));
        for (ResponseDefinitionBuilder answer : List.of(
                aResponse().withStatus(401),
                aResponse().withStatus(500),
                aResponse().withStatus(302),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
                aResponse().withBody("s3cret"))) {
            API.resetAll();
            API.stubFor(get(urlPathEqualTo("/bots3cret/updates")).willReturn(answer));

            assertThat(extract(secretEverywhere).message())
                    .startsWith(API.baseUrl() + "/bot${API_TOKEN}/updates ")
                    .doesNotContain("s3cret", "access_token");
            assertThat(requests()).isNotEmpty();
        }
    }

    @Test
    void quotesNothingWhereSomethingUnforeseenHappens() {
        ExtractResult result = extract(source.with(new Auth.Header("X-Api-Key", "s3\ncret")));

        assertThat(result.code()).isEqualTo(FailureCode.UNEXPECTED);
        assertThat(result.message())
                .startsWith("Something unforeseen happened (IllegalArgumentException at ")
                .doesNotContain("cret");
    }

    private ExtractResult extract(HttpSource what) {
        return extractor.extract(what.definition(), RUN);
    }

    private static Cursor cursor() {
        return new Cursor("meta.newest", "since", Duration.ZERO, null, null, Cursor.Order.NEWEST_FIRST);
    }

    private static ResponseDefinitionBuilder page(int newest, String next) {
        return okJson("{\"meta\":{\"newest\":" + newest + ",\"next_token\":\"" + next + "\"}}");
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        API.stubFor(get(urlPathEqualTo(PATH)).willReturn(answer));
    }

    /** One answer after the other; the last one for ever. */
    private static void answers(ResponseDefinitionBuilder... all) {
        for (int i = 0; i < all.length; i++) {
            API.stubFor(get(urlPathEqualTo(PATH))
                    .inScenario("answers")
                    .whenScenarioStateIs(i == 0 ? STARTED : String.valueOf(i))
                    .willSetStateTo(String.valueOf(Math.min(i + 1, all.length - 1)))
                    .willReturn(all[i]));
        }
    }

    /** What was asked, the first request first. */
    private static List<LoggedRequest> requests() {
        return API.getAllServeEvents().stream()
                .map(event -> event.getRequest())
                .sorted(Comparator.comparing(LoggedRequest::getLoggedDate))
                .toList();
    }

    private static Duration pause() {
        return pause(0);
    }

    private static Duration pause(int after) {
        return Duration.between(
                requests().get(after).getLoggedDate().toInstant(),
                requests().get(after + 1).getLoggedDate().toInstant());
    }

    private List<Segment> segments() {
        return segments.pending(List.of(source.name()), 2);
    }

    private List<String> landed() {
        return segments().stream().map(segment -> read(segment)).toList();
    }

    private static String read(Segment segment) {
        try {
            return Files.readString(segment.file());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static void always(ServerSocket server, String answer) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept();
                    OutputStream out = socket.getOutputStream()) {
                socket.getInputStream().read(new byte[4096]);
                out.write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                return;
            }
        }
    }
}
