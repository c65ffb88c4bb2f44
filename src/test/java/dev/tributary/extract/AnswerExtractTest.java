package dev.tributary.extract;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.tributary.definition.AnswerRules;
import dev.tributary.definition.Auth;
import dev.tributary.definition.Cursor;
import dev.tributary.definition.Paging;
import dev.tributary.landing.Landing;
import dev.tributary.landing.Segments;
import dev.tributary.run.FailureCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Answers that are more, or less, than a page of JSON with status 200. */
@Timeout(60)
@SpringBootTest(
        classes = ExtractContext.class,
        properties = {
            "API_TOKEN=s3cret",
            "tributary.extract.first-retry=20ms",
            "tributary.extract.longest-wait=3s",
            "tributary.extract.largest-answer=1KB"
        })
class AnswerExtractTest {

    private static final long RUN = 1;
    private static final String PATH = "/messages";
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final WebApi API = new WebApi();
    private static final Paging TOKENS = new Paging.Token("next", "page");
    private static final AnswerRules RULES = new AnswerRules(
            "error in ['invalid_auth', 'token_revoked'] ? error",
            "error = 'ratelimited' ? error",
            "ok = false ? error",
            false);

    @Autowired
    private Extractor extractor;

    @Autowired
    private Landing landing;

    @Autowired
    private Segments segments;

    private HttpSource source;

    @AfterAll
    static void stopTheApi() {
        API.stop();
    }

    @BeforeEach
    void aSourceOfItsOwn() {
        API.resetAll();
        source = HttpSource.at("answer-" + NAMES.incrementAndGet(), API.baseUrl() + PATH)
                .with(new Cursor("newest", "since", Duration.ZERO, null, null, Cursor.Order.NEWEST_FIRST));
    }

    @Test
    void followsTheLinkInAHeader() {
        API.stubFor(get(urlEqualTo(PATH))
                .willReturn(okJson("[1]")
                        .withHeader(
                                "Link",
                                "<" + API.baseUrl() + PATH
                                        + ">; rel=\"first\", <?page=2>; title=\"a, b\"; rel=\"next\"")));
        API.stubFor(get(urlEqualTo(PATH + "?page=2"))
                .willReturn(okJson("[2]").withHeader("Link", "<?page=1>; rel=\"prev\"")));

        assertThat(extract(source.with(new Paging.LinkHeader()))).isEqualTo(new ExtractResult(2, null, null));
        assertThat(WebApi.landed(segments, source.name())).containsExactly("[1]", "[2]");
    }

    @Test
    void followsNoLinkInAHeaderToAnotherHost() {
        API.stubFor(get(urlPathEqualTo(PATH))
                .willReturn(okJson("[1]").withHeader("Link", "<https://evil.example.com/>; rel=\"next\"")));

        ExtractResult result = extract(source.with(new Paging.LinkHeader()).with(new Auth.Bearer("${API_TOKEN}")));

        assertThat(result)
                .isEqualTo(new ExtractResult(
                        0,
                        FailureCode.UNEXPECTED_ANSWER,
                        API.baseUrl() + PATH + " names as the next page another host, which must not see our"
                                + " credentials; see whether extract.page.link fits."));
        assertThat(API.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"ok":false,"error":"channel_not_found"} | UNEXPECTED_ANSWER | answers with an error of its own (channel_not_found); see what its documentation says of it, and whether extract.errors.other fits.
            {"ok":false,"error":"Anna Berger, +1 202 555 0123"} | UNEXPECTED_ANSWER | answers with an error of its own (an error without a short code); see what its documentation says of it, and whether extract.errors.other fits.
            {"ok":false,"error":"invalid_auth"}      | UNAUTHORIZED      | refuses our credentials (invalid_auth); renew what extract.auth names, and see what it may read.
            """)
    void landsNoErrorAsAPage(String body, FailureCode code, String message) {
        API.answers(() -> get(urlPathEqualTo(PATH)), okJson("{\"ok\":true,\"newest\":7,\"next\":\"b\"}"), okJson(body));

        assertThat(extract(source.with(RULES).with(TOKENS)))
                .isEqualTo(new ExtractResult(1, code, API.baseUrl() + PATH + " " + message));
        assertThat(API.requests()).hasSize(2);
        assertThat(landing.cursor(source.name())).isEmpty();
    }

    @Test
    void slowsDownWhereThePageItselfAsksForIt() {
        API.answers(
                () -> get(urlPathEqualTo(PATH)),
                okJson("{\"ok\":false,\"error\":\"ratelimited\"}").withHeader("Retry-After", "1"),
                okJson("{\"ok\":true,\"newest\":7}"));

        assertThat(extract(source.with(RULES))).isEqualTo(new ExtractResult(1, null, null));
        assertThat(Duration.between(
                        API.requests().get(0).getLoggedDate().toInstant(),
                        API.requests().get(1).getLoggedDate().toInstant()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(landing.cursor(source.name())).contains("7");
    }

    @Test
    void takesNoContentForTheEnd() {
        API.answers(
                () -> get(urlPathEqualTo(PATH)),
                okJson("{\"newest\":7,\"next\":\"b\"}"),
                aResponse().withStatus(204));

        assertThat(extract(source.with(TOKENS))).isEqualTo(new ExtractResult(1, null, null));
        assertThat(landing.cursor(source.name())).contains("7");
    }

    @Test
    void takesAnEmptyAnswerForTheEndOnlyWhereTheApiMeansIt() {
        API.stubFor(get(urlPathEqualTo(PATH)).willReturn(aResponse().withStatus(200)));

        assertThat(extract(source).code()).isEqualTo(FailureCode.UNEXPECTED_ANSWER);
        assertThat(extract(source.with(new AnswerRules(null, null, null, true))))
                .isEqualTo(new ExtractResult(0, null, null));
    }

    @Test
    void expandsWhatComesCompressed() {
        compressed(gzip("[\"ä\"]"), "gzip");

        assertThat(extract(source).complete()).isTrue();
        assertThat(WebApi.landed(segments, source.name())).containsExactly("[\"ä\"]");
        assertThat(API.requests().get(0).getHeader("Accept-Encoding")).isEqualTo("gzip");
    }

    @Test
    void mindsNoCharsetThatSomebodyTookForACompression() {
        compressed("[1]".getBytes(StandardCharsets.UTF_8), "UTF-8");

        assertThat(extract(source).complete()).isTrue();
    }

    @Test
    void expandsNothingBeyondTheLimit() {
        compressed(gzip("[" + " ".repeat(100_000) + "]"), "gzip");

        assertThat(extract(source).message()).contains(" answers with more than 1024 bytes; ");
    }

    @Test
    void takesNoHalfOfWhatWasCompressedAndNothingThatWasNotAskedFor() {
        byte[] whole = gzip("[" + "1,".repeat(200) + "1]");
        compressed(Arrays.copyOf(whole, whole.length - 9), "gzip");
        assertThat(extract(source).message()).contains(" breaks off its answer; ");

        compressed("[]".getBytes(StandardCharsets.UTF_8), "br");
        assertThat(extract(source).message())
                .endsWith(
                        " compresses its answer in a way that was not asked for (br); it has to heed Accept-Encoding.");
        assertThat(WebApi.landed(segments, source.name())).isEmpty();
    }

    private ExtractResult extract(HttpSource what) {
        return extractor.extract(what.definition(), RUN);
    }

    private static void compressed(byte[] body, String encoding) {
        ResponseDefinitionBuilder answer = aResponse().withBody(body).withHeader("Content-Encoding", encoding);
        API.stubFor(get(urlPathEqualTo(PATH)).willReturn(answer));
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException inMemory) {
            throw new AssertionError(inMemory);
        }
        return bytes.toByteArray();
    }
}
