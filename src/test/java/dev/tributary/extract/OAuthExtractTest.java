package dev.tributary.extract;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.tributary.definition.AnswerRules;
import dev.tributary.definition.Auth;
import dev.tributary.definition.Cursor;
import dev.tributary.definition.HttpCall.Method;
import dev.tributary.definition.HttpExtract;
import dev.tributary.definition.Paging;
import dev.tributary.landing.Landing;
import dev.tributary.landing.Segments;
import dev.tributary.run.FailureCode;
import dev.tributary.run.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = ExtractContext.class,
        properties = {
            "CLIENT_SECRET=s3:cr?t",
            "REFRESH=first-refresh",
            "APP_ID=wx1",
            "tributary.extract.first-retry=20ms",
            "tributary.extract.longest-wait=3s",
            "tributary.extract.largest-answer=1KB"
        })
class OAuthExtractTest {

    private static final long RUN = 1;
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final WebApi API = new WebApi();
    private static final Paging TOKENS = new Paging.Token("next", "page");
    private static final Cursor CURSOR =
            new Cursor("newest", "since", Duration.ZERO, null, null, Cursor.Order.NEWEST_FIRST);

    @Autowired
    private Extractor extractor;

    @Autowired
    private Landing landing;

    @Autowired
    private Segments segments;

    @Autowired
    private Home home;

    @Autowired
    private HttpExchange http;

    private HttpSource source;
    private String tokenPath;

    @AfterAll
    static void stopTheApi() {
        API.stop();
    }

    /** Each test has a token URL of its own, for tokens are shared by all that prove themselves alike. */
    @BeforeEach
    void aSourceOfItsOwn() {
        API.resetAll();
        int number = NAMES.incrementAndGet();
        source = HttpSource.at("oauth-" + number, API.baseUrl() + "/messages").with(CURSOR);
        tokenPath = "/token-" + number;
    }

    @Test
    void fetchesATokenWithClientCredentialsAndKeepsIt() {
        grants(token("t1", 3600));
        api("Bearer t1", okJson("{\"newest\":1}"));

        assertThat(extract(client(false))).isEqualTo(new ExtractResult(1, null, null));
        assertThat(extract(client(false)).segments()).isEqualTo(1);

        LoggedRequest asked = tokenRequests().get(0);
        assertThat(tokenRequests()).hasSize(1);
        assertThat(asked.getBodyAsString()).isEqualTo("grant_type=client_credentials&scope=read%20write");
        assertThat(asked.header("Authorization").firstValue()).isEqualTo(Credentials.basic("acme+app", "s3%3Acr%3Ft"));
    }

    @Test
    void sendsTheClientInTheBodyWhereTheProviderWantsIt() {
        grants(token("t1", 3600));
        api("Bearer t1", okJson("{}"));

        assertThat(extract(client(true)).complete()).isTrue();
        assertThat(tokenRequests().get(0).getBodyAsString())
                .isEqualTo("grant_type=client_credentials&client_id=acme%20app&client_secret=s3%3Acr%3Ft"
                        + "&scope=read%20write");
        assertThat(tokenRequests().get(0).containsHeader("Authorization")).isFalse();
    }

    @Test
    void renewsATokenThatIsAboutToExpire() {
        grants(token("t1", 1), token("t2", 3600));
        api("Bearer t1", okJson("{}").withFixedDelay(1000));
        api("Bearer t2", okJson("{}"));

        extract(client(false));
        assertThat(extract(client(false)).complete()).isTrue();
        assertThat(tokenRequests()).hasSize(2);
    }

    @Test
    void goesOnWithTheSamePageWhereTheTokenExpiresInMidWalk() {
        grants(token("t1", 3600), token("t2", 3600));
        API.stubFor(get(urlEqualTo("/messages"))
                .withHeader("Authorization", equalTo("Bearer t1"))
                .willReturn(okJson("{\"newest\":3,\"next\":\"b\",\"messages\":[1]}")));
        API.stubFor(get(urlPathEqualTo("/messages"))
                .withHeader("Authorization", equalTo("Bearer t1"))
                .withQueryParam("page", equalTo("b"))
                .willReturn(aResponse().withStatus(401)));
        API.stubFor(get(urlEqualTo("/messages?page=b"))
                .withHeader("Authorization", equalTo("Bearer t2"))
                .willReturn(okJson("{\"newest\":2,\"messages\":[2]}")));

        assertThat(extract(source.with(TOKENS), client(false))).isEqualTo(new ExtractResult(2, null, null));
        assertThat(landed())
                .containsExactly("{\"newest\":3,\"next\":\"b\",\"messages\":[1]}", "{\"newest\":2,\"messages\":[2]}");
        assertThat(API.requests("/messages"))
                .extracting(LoggedRequest::getUrl)
                .containsExactly("/messages", "/messages?page=b", "/messages?page=b");
        assertThat(landing.cursor(source.name())).contains("3");
    }

    @Test
    void endsWhereTheNewTokenIsRefusedAsWell() {
        grants(token("t1", 3600), token("t2", 3600), token("t3", 3600));
        API.stubFor(get(urlPathEqualTo("/messages")).willReturn(aResponse().withStatus(401)));

        assertThat(extract(client(false)))
                .isEqualTo(new ExtractResult(
                        0,
                        FailureCode.UNAUTHORIZED,
                        API.baseUrl()
                                + "/messages refuses our credentials (401); renew what extract.auth names, and see"
                                + " what it may read."));
        assertThat(API.requests("/messages")).hasSize(2);
        assertThat(tokenRequests()).hasSize(2);
        assertThat(landing.cursor(source.name())).isEmpty();
    }

    @Test
    void asksForNoOtherTokenWhereOursMayNotReadThis() {
        grants(token("t1", 3600));
        API.stubFor(get(urlPathEqualTo("/messages")).willReturn(aResponse().withStatus(403)));

        assertThat(extract(client(false)).code()).isEqualTo(FailureCode.UNAUTHORIZED);
        assertThat(tokenRequests()).hasSize(1);
    }

    @Test
    void sharesATokenAmongSourcesThatProveThemselvesAlike() {
        grants(token("t1", 3600), token("t2", 3600));
        api("Bearer t1", okJson("{}"));

        extract(client(false));
        HttpSource other = HttpSource.at(source.name() + "-too", API.baseUrl() + "/messages");
        assertThat(extract(other, client(false)).complete()).isTrue();
        assertThat(tokenRequests()).hasSize(1);
    }

    @Test
    void keepsTheRefreshTokenThatTookThePlaceOfOursOverARestart(CapturedOutput output) throws IOException {
        grants(refreshed("t1", "second-refresh"), refreshed("t2", "third-refresh"));
        api("Bearer t1", okJson("{}"));

        assertThat(extract(refreshing()).complete()).isTrue();
        assertThat(tokenRequests().get(0).getBodyAsString())
                .isEqualTo("grant_type=refresh_token&refresh_token=first-refresh&client_id=acme%20app");

        Auth.OAuth2 oauth2 = refreshing();
        new AccessTokens(afterARestart(), refreshTokens("first-refresh"))
                .of((HttpExtract) source.with(oauth2).definition().extract());
        assertThat(tokenRequests().get(1).getBodyAsString()).contains("refresh_token=second-refresh&");

        List<Path> kept = kept();
        assertThat(kept).isNotEmpty();
        for (Path file : kept) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(refreshTokens("first-refresh").of(oauth2)).contains("third-refresh");
        assertThat(output.getAll()).doesNotContain("first-refresh", "second-refresh", "third-refresh");
    }

    @Test
    void takesTheRefreshTokenThatSomebodyDeclaresAnew() {
        Auth.OAuth2 oauth2 = refreshing();
        refreshTokens("first-refresh").keep(oauth2, "second-refresh");

        assertThat(refreshTokens("first-refresh").of(oauth2)).contains("second-refresh");
        assertThat(refreshTokens("declared-anew").of(oauth2)).contains("declared-anew");
        assertThat(refreshTokens("declared-anew").of(oauth2)).contains("declared-anew");
    }

    @Test
    void asksForNothingWhereARefreshTokenCouldNotBeKept() throws IOException {
        Path file = Files.createTempFile("home", "");
        RefreshTokens nowhere = new RefreshTokens(new Home(file), placeholders("first-refresh"));

        try {
            nowhere.of(refreshing());
            throw new AssertionError("kept in a file that is no folder");
        } catch (SourceFailed failed) {
            assertThat(failed.code()).isEqualTo(FailureCode.FILE_UNAVAILABLE);
            assertThat(failed)
                    .hasMessageStartingWith("The refresh token below tokens/ of the home folder cannot be written (");
        }
    }

    @Test
    void putsTheTokenIntoTheQueryWhereTheApiWantsItThere() {
        API.stubFor(get(urlEqualTo(tokenPath + "?grant_type=client_credential&appid=wx1&secret=s3%3Acr%3Ft"))
                .willReturn(token("t+1", 7200)));
        API.stubFor(get(urlEqualTo("/messages?lang=de&access_token=t%2B1"))
                .willReturn(okJson("{\"link\":\"/messages?access_token=old&page=2\"}")));
        API.stubFor(get(urlEqualTo("/messages?page=2&access_token=t%2B1")).willReturn(okJson("{}")));

        ExtractResult result = extract(source.with(new Paging.Link("link")).withParam("lang", "de"), inTheQuery());

        assertThat(result).isEqualTo(new ExtractResult(2, null, null));
        assertThat(API.requests("/messages")).allMatch(request -> !request.containsHeader("Authorization"));
    }

    @Test
    void fetchesANewTokenWhereThePageItselfSaysThatTheOldOneExpired() {
        API.answers(() -> get(urlPathEqualTo(tokenPath)), token("t1", 7200), token("t2", 7200));
        API.stubFor(get(urlEqualTo("/messages?access_token=t1"))
                .willReturn(okJson("{\"errcode\":42001,\"errmsg\":\"access_token of Anna expired\"}")));
        API.stubFor(get(urlEqualTo("/messages?access_token=t2")).willReturn(okJson("{\"recordlist\":[]}")));

        ExtractResult result = extract(
                source.with(
                        new AnswerRules("errcode in [40001, 42001] ? errcode", null, "errcode != 0 ? errcode", false)),
                inTheQuery());

        assertThat(result).isEqualTo(new ExtractResult(1, null, null));
        assertThat(landed()).containsExactly("{\"recordlist\":[]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | {"error":"invalid_grant","error_description":"Anna Berger has left"} | UNAUTHORIZED | grants us no access token (400 invalid_grant); renew what extract.auth.oauth2 names, and see what our client may do.
            401 | {"error":"invalid_client"} | UNAUTHORIZED | grants us no access token (401 invalid_client); renew what extract.auth.oauth2 names, and see what our client may do.
            401 | nonsense                   | UNAUTHORIZED | grants us no access token (401); renew what extract.auth.oauth2 names, and see what our client may do.
            200 | {"errcode":40013,"errmsg":"invalid appid"} | UNAUTHORIZED | grants us no access token (200 40013); renew what extract.auth.oauth2 names, and see what our client may do.
            200 | {"error":{"message":"Anna Berger","code":190}} | UNAUTHORIZED | grants us no access token (200 190); renew what extract.auth.oauth2 names, and see what our client may do.
            200 | {"error":"Anna Berger has left"} | UNAUTHORIZED | grants us no access token (200 an error without a short code); renew what extract.auth.oauth2 names, and see what our client may do.
            200 | {}                         | UNEXPECTED_ANSWER | answers without a token; see whether extract.auth.oauth2 fits.
            200 | <html>log in               | UNEXPECTED_ANSWER | answers without a token; see whether extract.auth.oauth2 fits.
            200 | {"access_token":"a b"}     | UNEXPECTED_ANSWER | answers with a token that cannot be sent; see what its documentation says of it.
            302 | moved                      | UNEXPECTED_ANSWER | answers 302; see whether tokenUrl is right; redirects are not followed.
            404 | nothing                    | UNEXPECTED_ANSWER | answers 404; see whether tokenUrl is right; redirects are not followed.
            500 | {}                         | UNREACHABLE  | answers 500; the next run asks again.
            """)
    void saysWhyThereIsNoToken(int status, String body, FailureCode code, String message) {
        grants(aResponse().withStatus(status).withBody(body).withHeader("Location", API.baseUrl() + "/elsewhere"));

        assertThat(extract(client(false)))
                .isEqualTo(new ExtractResult(0, code, API.baseUrl() + tokenPath + " " + message));
        assertThat(API.requests("/messages")).isEmpty();
        assertThat(API.requests("/elsewhere")).isEmpty();
        assertThat(landing.cursor(source.name())).isEmpty();
    }

    @Test
    void waitsForTheProviderOfTokensAsForAnyOther() {
        grants(aResponse().withStatus(429).withHeader("Retry-After", "1"), token("t1", 3600));
        api("Bearer t1", okJson("{}"));

        assertThat(extract(client(false)).complete()).isTrue();
        assertThat(Duration.between(
                        tokenRequests().get(0).getLoggedDate().toInstant(),
                        tokenRequests().get(1).getLoggedDate().toInstant()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void takesNoTokenAnswerThatIsTooLarge() {
        grants(okJson("{\"access_token\":\"" + "t".repeat(2000) + "\"}"));

        assertThat(extract(client(false)).message()).contains(tokenPath + " answers with more than 1024 bytes; ");
    }

    @Test
    void asksForASecretThatIsMissing() {
        Auth.OAuth2 oauth2 = new Auth.OAuth2(
                API.baseUrl() + tokenPath,
                new Auth.Client("acme", "${NOT_THERE}", false),
                null,
                null,
                Method.POST,
                Map.of(),
                null);

        assertThat(extract(oauth2).code()).isEqualTo(FailureCode.SECRET_MISSING);
        assertThat(API.requests()).isEmpty();
    }

    private ExtractResult extract(Auth auth) {
        return extract(source, auth);
    }

    private ExtractResult extract(HttpSource what, Auth auth) {
        return extractor.extract(what.with(auth).definition(), RUN);
    }

    private Auth.OAuth2 client(boolean inBody) {
        return new Auth.OAuth2(
                API.baseUrl() + tokenPath,
                new Auth.Client("acme app", "${CLIENT_SECRET}", inBody),
                "read write",
                null,
                Method.POST,
                Map.of(),
                null);
    }

    private Auth.OAuth2 refreshing() {
        return new Auth.OAuth2(
                API.baseUrl() + tokenPath,
                new Auth.Client("acme app", null, true),
                null,
                "${REFRESH}",
                Method.POST,
                Map.of(),
                null);
    }

    private Auth.OAuth2 inTheQuery() {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("grant_type", "client_credential");
        params.put("appid", "${APP_ID}");
        params.put("secret", "${CLIENT_SECRET}");
        return new Auth.OAuth2(API.baseUrl() + tokenPath, null, null, null, Method.GET, params, "access_token");
    }

    private TokenRequests afterARestart() {
        Placeholders placeholders = placeholders("first-refresh");
        return new TokenRequests(http, new Inquiries(placeholders), placeholders);
    }

    private RefreshTokens refreshTokens(String declared) {
        return new RefreshTokens(home, placeholders(declared));
    }

    private static Placeholders placeholders(String refreshToken) {
        return new Placeholders(new MockEnvironment().withProperty("REFRESH", refreshToken));
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(home.path().resolve("tokens"))) {
            return files.toList();
        }
    }

    private void grants(ResponseDefinitionBuilder... answers) {
        API.answers(() -> post(urlEqualTo(tokenPath)), answers);
    }

    private static void api(String authorization, ResponseDefinitionBuilder answer) {
        API.stubFor(get(urlPathEqualTo("/messages"))
                .withHeader("Authorization", equalTo(authorization))
                .willReturn(answer));
    }

    private static ResponseDefinitionBuilder token(String value, int seconds) {
        return okJson("{\"access_token\":\"" + value + "\",\"token_type\":\"bearer\",\"expires_in\":" + seconds + "}");
    }

    private static ResponseDefinitionBuilder refreshed(String value, String refreshToken) {
        return okJson("{\"access_token\":\"" + value + "\",\"expires_in\":\"3600\",\"refresh_token\":\"" + refreshToken
                + "\"}");
    }

    private List<LoggedRequest> tokenRequests() {
        return API.requests(tokenPath);
    }

    private List<String> landed() {
        return WebApi.landed(segments, source.name());
    }
}
