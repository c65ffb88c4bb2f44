package dev.tributary.extract;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.tributary.definition.Expect;
import dev.tributary.definition.HttpCall.Body.Type;
import dev.tributary.definition.Paging;
import dev.tributary.definition.Window;
import dev.tributary.landing.Landing;
import dev.tributary.landing.Segments;
import dev.tributary.landing.Span;
import dev.tributary.landing.Windows;
import dev.tributary.run.FailureCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** APIs that are asked with a body, and for what was said between two times. */
@Timeout(60)
@SpringBootTest(
        classes = ExtractContext.class,
        properties = {"GROUP=7", "tributary.extract.first-retry=20ms", "tributary.extract.longest-wait=3s"})
class WindowExtractTest {

    private static final long RUN = 1;
    private static final String PATH = "/messages";
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final WebApi API = new WebApi();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    private Extractor extractor;

    @Autowired
    private Landing landing;

    @Autowired
    private Segments segments;

    @Autowired
    private Windows windows;

    private HttpSource source;

    @AfterAll
    static void stopTheApi() {
        API.stop();
    }

    @BeforeEach
    void aSourceOfItsOwn() {
        API.resetAll();
        source = HttpSource.at("window-" + NAMES.incrementAndGet(), API.baseUrl() + PATH);
    }

    @Test
    void asksWithABodyAndPutsTheTokenOfTheNextPageIntoIt() {
        API.stubFor(
                post(urlEqualTo(PATH + "?lang=de")).willReturn(okJson("{\"paging\":{\"next_cursor\":\"b\\\"2\"}}")));
        API.stubFor(post(urlEqualTo(PATH + "?lang=de"))
                .withRequestBody(matchingJsonPath("$.paging.cursor"))
                .willReturn(okJson("{\"paging\":{}}")));

        ExtractResult result = extract(source.withParam("lang", "de")
                .posting(Type.JSON, Map.of("filters", List.of("group.eq(${GROUP})"), "paging", Map.of("limit", 50)))
                .with(new Paging.Token("paging.next_cursor", "paging.cursor")));

        assertThat(result).isEqualTo(new ExtractResult(2, null, null));
        assertThat(bodies())
                .containsExactlyInAnyOrder(
                        JSON.readTree("{\"filters\":[\"group.eq(7)\"],\"paging\":{\"limit\":50}}"),
                        JSON.readTree(
                                "{\"filters\":[\"group.eq(7)\"],\"paging\":{\"limit\":50,\"cursor\":\"b\\\"2\"}}"));
        assertThat(API.requests().get(0).getHeader("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void asksWithAForm() {
        API.stubFor(post(urlEqualTo(PATH))
                .withRequestBody(equalTo("limit=2&text=%C3%A4%20%26"))
                .willReturn(okJson("{\"next\":\"b\"}")));
        API.stubFor(post(urlEqualTo(PATH))
                .withRequestBody(equalTo("limit=2&text=%C3%A4%20%26&a.b=b"))
                .willReturn(okJson("{}")));
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("limit", "2");
        form.put("text", "ä &");

        ExtractResult result = extract(source.posting(Type.FORM, form).with(new Paging.Token("next", "a.b")));

        assertThat(result).isEqualTo(new ExtractResult(2, null, null));
        assertThat(API.requests().get(0).getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void followsWindowsFromTheStartUntilNowWithoutAGap() {
        API.stubFor(any(anyUrl()).willReturn(okJson("{\"recordlist\":[],\"number\":0}")));
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        assertThat(extract(chats("60h"))).isEqualTo(new ExtractResult(3, null, null));

        List<long[]> windows = windows();
        assertThat(windows).hasSize(3);
        assertThat(windows.get(0)[1] - windows.get(0)[0]).isEqualTo(DAY.toSeconds());
        assertThat(windows.get(1)[0]).isEqualTo(windows.get(0)[1]);
        assertThat(windows.get(2)[0]).isEqualTo(windows.get(1)[1]);
        assertThat(windows.get(2)[1])
                .isBetween(before.getEpochSecond(), Instant.now().getEpochSecond());
        assertThat(windows.get(2)[1] - windows.get(0)[0])
                .isEqualTo(Duration.ofHours(60).toSeconds());
        assertThat(landing.cursor(source.name()))
                .contains(Instant.ofEpochSecond(windows.get(2)[1]).toString());
        assertThat(bodies()).allMatch(body -> body.path("starttime").isIntegralNumber());
    }

    @Test
    void pagesThroughAWindowBeforeTheNext() {
        API.stubFor(post(urlEqualTo(PATH)).willReturn(okJson("{\"number\":1,\"msgid\":9}")));
        API.stubFor(post(urlEqualTo(PATH))
                .withRequestBody(matchingJsonPath("$[?(@.msgid == 1)]"))
                .willReturn(okJson("{\"number\":2,\"msgid\":20165267000000001}")));

        assertThat(extract(chats("36h"))).isEqualTo(new ExtractResult(4, null, null));
        assertThat(bodies().stream().map(body -> body.path("msgid").toString()))
                .containsExactly("1", "20165267000000001", "1", "20165267000000001");
    }

    @Test
    void goesOnWithTheWindowThatFailed() {
        API.answers(
                () -> post(urlEqualTo(PATH)),
                okJson("{\"number\":0}"),
                okJson("{\"number\":2,\"msgid\":5}"),
                aResponse().withStatus(404));

        ExtractResult result = extract(chats("60h"));

        assertThat(result.code()).isEqualTo(FailureCode.UNEXPECTED_ANSWER);
        assertThat(result.segments()).isEqualTo(2);
        List<long[]> windows = windows();
        assertThat(landing.cursor(source.name()))
                .contains(Instant.ofEpochSecond(windows.get(0)[1]).toString());

        API.resetAll();
        API.stubFor(any(anyUrl()).willReturn(okJson("{\"number\":0}")));
        assertThat(extract(chats("60h"))).isEqualTo(new ExtractResult(2, null, null));
        assertThat(windows().get(0)).isEqualTo(windows.get(1));

        API.resetRequests();
        assertThat(extract(chats("60h")).segments()).isLessThanOrEqualTo(1);
        assertThat(windows()).allMatch(window -> window[1] - window[0] < 60);
    }

    @Test
    void keepsToTheBudgetAndGoesOnTheNextTime() {
        API.stubFor(any(anyUrl()).willReturn(okJson("{\"number\":0}")));

        ExtractResult result = extract(chats("60h").withBudget(2));

        assertThat(result.code()).isEqualTo(FailureCode.BUDGET_USED_UP);
        assertThat(result.message()).endsWith("what came is landed. The next run goes on there.");
        assertThat(landing.cursor(source.name()))
                .contains(Instant.ofEpochSecond(windows().get(1)[1]).toString());
    }

    @Test
    void movesTheCursorOverAWindowInWhichNothingWasSaid() {
        API.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));

        assertThat(extract(chats("36h"))).isEqualTo(new ExtractResult(0, null, null));
        assertThat(landed()).isEmpty();
        assertThat(landing.cursor(source.name()))
                .contains(Instant.ofEpochSecond(windows().get(1)[1]).toString());
    }

    @Test
    void beginsBeforeTheCursorByTheOverlap() {
        API.stubFor(any(anyUrl()).willReturn(okJson("{\"number\":0}")));
        extract(chats("30m"));
        API.resetRequests();
        String cursor = landing.cursor(source.name()).orElseThrow();

        extract(chats(new Window(Duration.ofHours(1), "30d", Duration.ofHours(2), "epoch"))
                .withBudget(1));

        assertThat(windows().get(0)[0])
                .isEqualTo(Instant.parse(cursor).minus(Duration.ofHours(2)).getEpochSecond());
        assertThat(landing.cursor(source.name())).contains(cursor);
    }

    @Test
    void sendsTimesInTheQueryAsTheApiWritesThem() {
        API.stubFor(get(urlPathEqualTo(PATH)).willReturn(okJson("[]")));
        LocalDate start = LocalDate.now(ZoneOffset.UTC).minusDays(2);

        extract(source.withParam("q", "created:${window.from}..${window.to}")
                .with(new Window(DAY, start.toString(), Duration.ZERO, "yyyy-MM-dd HH:mm")));
        extract(HttpSource.at(source.name() + "-too", API.baseUrl() + PATH)
                .withParam("q", "${window.from}/${window.to}")
                .with(new Window(DAY, start.toString(), Duration.ZERO, null)));

        List<String> asked = API.requests().stream()
                .map(request -> request.queryParameter("q").firstValue())
                .toList();
        assertThat(asked)
                .contains(
                        "created:" + start + " 00:00.." + start.plusDays(1) + " 00:00",
                        start + "T00:00:00Z/" + start.plusDays(1) + "T00:00:00Z");
    }

    @Test
    void notesWhatCameOfEachWindow() {
        API.answers(
                () -> post(urlEqualTo(PATH)),
                okJson("{\"all\":[1,2,3],\"total\":3}"),
                okJson("{\"all\":[1,2],\"total\":5}"),
                okJson("{\"all\":[1],\"more\":true}"),
                aResponse().withStatus(429).withHeader("Retry-After", "3600"));
        LocalDate start = LocalDate.now(ZoneOffset.UTC).minusDays(5);

        extract(chats(start.toString()).with(new Expect("all", "total", "more")));

        assertThat(noted(start))
                .containsExactly(
                        start + " +1 FETCHED null 3 3",
                        start.plusDays(1) + " +1 FETCHED null 2 5",
                        start.plusDays(2) + " +1 TRUNCATED null 1 null",
                        start.plusDays(3) + " +2 RATE_LIMITED RATE_LIMITED 0 null");
    }

    @Test
    void asksForThePastAloneAndLeavesTheCursorWhereItIs() {
        API.stubFor(any(anyUrl()).willReturn(okJson("{\"number\":0}")));
        extract(chats("36h"));
        Optional<String> cursor = landing.cursor(source.name());
        API.resetRequests();
        Instant day = Instant.parse("2026-01-05T00:00:00Z");

        ExtractResult result =
                extractor.fill(chats("36h").definition(), RUN, List.of(span(day, 0, 2), span(day, 7, 8)));

        assertThat(result).isEqualTo(new ExtractResult(3, null, null));
        assertThat(windows())
                .extracting(it -> Instant.ofEpochSecond(it[0]), it -> Instant.ofEpochSecond(it[1]))
                .containsExactly(
                        tuple(day, day.plus(DAY)),
                        tuple(day.plus(DAY), day.plus(DAY.multipliedBy(2))),
                        tuple(day.plus(DAY.multipliedBy(7)), day.plus(DAY.multipliedBy(8))));
        assertThat(landing.cursor(source.name())).isEqualTo(cursor).isNotEmpty();
        assertThat(noted(LocalDate.of(2026, 1, 5)))
                .startsWith("2026-01-05 +1 FETCHED null null null", "2026-01-06 +1 FETCHED null null null");
    }

    @Test
    void whatIsDownIsNotedUntilNowAndWhatOfThePastIsDownForItselfAlone() {
        API.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
        Instant day = Instant.parse("2026-01-05T00:00:00Z");
        LocalDate start = LocalDate.now(ZoneOffset.UTC).minusDays(3);

        extract(chats(start.toString()));
        extractor.fill(chats("36h").definition(), RUN, List.of(span(day, 0, 2)));

        assertThat(noted(LocalDate.of(2026, 1, 1)))
                .containsExactlyInAnyOrder(
                        start + " +3 DOWN UNEXPECTED_ANSWER null null",
                        "2026-01-05 +1 DOWN UNEXPECTED_ANSWER null null");
    }

    private static Span span(Instant day, int from, int to) {
        return new Span(day.plus(DAY.multipliedBy(from)), day.plus(DAY.multipliedBy(to)));
    }

    /** First day, whole days, state, code, fetched and expected of each window since then. */
    private List<String> noted(LocalDate since) {
        return windows
                .of(source.name(), new Span(since.atStartOfDay(ZoneOffset.UTC).toInstant(), Instant.now()))
                .stream()
                .sorted(Comparator.comparing(it -> it.span().from()))
                .map(it -> LocalDate.ofInstant(it.span().from(), ZoneOffset.UTC) + " +"
                        + Duration.between(it.span().from(), it.span().to()).toDays() + " " + it.state() + " "
                        + it.code() + " " + it.fetched() + " " + it.expected())
                .toList();
    }

    private ExtractResult extract(HttpSource what) {
        return extractor.extract(what.definition(), RUN);
    }

    private HttpSource chats(String start) {
        return chats(new Window(DAY, start, Duration.ZERO, "epoch"));
    }

    /** Asks in the way of WeChat: of a full page, its last id goes into the next request. */
    private HttpSource chats(Window window) {
        return source.posting(
                        Type.JSON,
                        Map.of(
                                "starttime",
                                "${window.from}",
                                "endtime",
                                "${window.to}",
                                "msgid",
                                BigDecimal.ONE,
                                "number",
                                new BigDecimal("2")))
                .with(window)
                .with(new Paging.Token("number = 2 ? msgid", "msgid"));
    }

    /** Begin and end of what was asked for, each window once. */
    private static List<long[]> windows() {
        List<long[]> windows = new ArrayList<>();
        for (JsonNode body : bodies()) {
            long[] window = {
                body.path("starttime").asLong(), body.path("endtime").asLong()
            };
            if (windows.stream().noneMatch(known -> known[0] == window[0])) {
                windows.add(window);
            }
        }
        return windows;
    }

    private static List<JsonNode> bodies() {
        return API.requests().stream()
                .map(LoggedRequest::getBodyAsString)
                .map(JSON::readTree)
                .toList();
    }

    private List<String> landed() {
        return WebApi.landed(segments, source.name());
    }
}
