package dev.tributary.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tributary.decode.Format;
import dev.tributary.decode.LinePatterns;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsTest {

    @TempDir
    private Path folder;

    private HomeFolder home;

    @BeforeEach
    void aHomeFolder() {
        home = HomeFolder.at(folder);
    }

    @Test
    void readsAJobItsSourcesAndTheirMappings() {
        Definitions definitions = home.with(
                        "jobs/nightly-sync.yaml",
                        "job: nightly-sync\ncontacts: crm/contacts.csv\nsources: [x-mentions]")
                .load();

        assertThat(definitions.job("nightly-sync"))
                .isEqualTo(new JobDefinition(
                        "nightly-sync",
                        "crm/contacts.csv",
                        List.of("x-mentions"),
                        Brake.STANDARD,
                        Notify.NOBODY,
                        null));
        assertThat(definitions.source("x-mentions"))
                .isEqualTo(new SourceDefinition(
                        "x-mentions",
                        "x",
                        "@acme",
                        null,
                        ZoneOffset.UTC,
                        IdScope.ACCOUNT,
                        new FileExtract("inbox/*.json", true, FileOptions.NONE),
                        "x-v2"));
        assertThat(definitions.mapping("x-v2")).isEqualTo("{ 'kind': 'interaction' }");
        assertThat(definitions.mappings()).containsExactly("x-v2");
        assertThat(definitions.jobs()).hasSize(1);
        assertThat(definitions.sources()).hasSize(1);
    }

    @Test
    void readsEverythingThatAFileSourceMaySay() {
        SourceDefinition source = home.with("jobs/sources/x.yaml", """
                        source: calls
                        channel: phone
                        account: 0049301234
                        defaultRegion: NO
                        zone: Europe/Oslo
                        idScope: channel
                        extract:
                          kind: file
                          path: /calls/**/*.csv
                          keep: false
                          format: x-archive
                          charset: windows-1252
                          delimiter: "\\t"
                          columns: [from, to]
                          group: [from]
                        mapping: x-v2
                        """)
                .with("jobs/nightly-sync.yaml", "{ job: nightly-sync, sources: [calls] }")
                .load()
                .source("calls");

        assertThat(source)
                .isEqualTo(new SourceDefinition(
                        "calls",
                        "phone",
                        "0049301234",
                        "NO",
                        ZoneId.of("Europe/Oslo"),
                        IdScope.CHANNEL,
                        new FileExtract(
                                "/calls/**/*.csv",
                                false,
                                new FileOptions(
                                        Format.X_ARCHIVE,
                                        Charset.forName("windows-1252"),
                                        '\t',
                                        List.of("from", "to"),
                                        List.of(),
                                        List.of("from"),
                                        LinePatterns.NONE)),
                        "x-v2"));
    }

    @Test
    void howTextRecordsBeginIsSaidBesideTheMappingUnlessTheSourceSaysIt() {
        HomeFolder home = HomeFolder.at(folder)
                .with("mappings/x-v2.lines.yaml", "start: ['^(?P<text>.*)']\ncarry: ['^- (?P<day>.+)']\n");
        assertThat(home.load().source("x-mentions").extract().options().lines())
                .isEqualTo(LinePatterns.of(List.of("^(?P<text>.*)"), List.of("^- (?P<day>.+)")));

        home.with(
                "jobs/sources/x.yaml",
                HomeFolder.SOURCE.replace("inbox/*.json", "inbox/*.txt\n  lines: { start: ['^(?P<at>.*)'] }")
                        + "options: { dateOrder: DMY }\n");
        SourceDefinition source = home.load().source("x-mentions");
        assertThat(source.extract().options().lines()).isEqualTo(LinePatterns.of(List.of("^(?P<at>.*)"), List.of()));
        assertThat(source.options()).containsExactlyEntriesOf(Map.of("dateOrder", "DMY"));
    }

    @Test
    void readsTheSourceThatTheDesignShows() {
        HttpExtract http = http(
                "auth: { bearer: \"${X_BEARER_TOKEN}\" }",
                "page:   { next: meta.next_token, param: pagination_token }",
                "cursor: { value: meta.newest_id, param: since_id, overlap: 96h }");

        assertThat(http)
                .isEqualTo(new HttpExtract(
                        HttpCall.get("https://api.example.com/mentions", Map.of(), Map.of()),
                        new Auth.Bearer("${X_BEARER_TOKEN}"),
                        new Paging.Token("meta.next_token", "pagination_token"),
                        new Cursor(
                                "meta.newest_id",
                                "since_id",
                                Duration.ofHours(96),
                                null,
                                null,
                                Cursor.Order.NEWEST_FIRST),
                        null,
                        AnswerRules.BY_STATUS,
                        new HttpLimits(1000, Duration.ofSeconds(30), 5)));
    }

    @Test
    void readsEverythingThatAnHttpSourceMaySay() {
        HttpExtract http = http(
                "headers: { Accept: application/json }",
                "params: { expansions: author_id, 'tweet.fields': 'created_at' }",
                "auth: { basic: { user: acme, password: '${PASSWORD}' } }",
                "page: { param: start, size: 50, sizeParam: limit, records: data }",
                "cursor: { value: data.at, param: since, overlap: P4D, format: yyyy-MM-dd, overlapParam: start_time,"
                        + " order: oldest-first }",
                "errors: { unauthorized: code = 401 ? code, rateLimited: code = 429 ? code, other: ok = false ? error }",
                "mayBeEmpty: true",
                "budget: 10",
                "timeout: PT5S",
                "retries: 0");

        assertThat(http)
                .isEqualTo(new HttpExtract(
                        HttpCall.get(
                                "https://api.example.com/mentions",
                                Map.of("Accept", "application/json"),
                                Map.of("expansions", "author_id", "tweet.fields", "created_at")),
                        new Auth.Basic("acme", "${PASSWORD}"),
                        new Paging.Offset("start", 50, "limit", "data"),
                        new Cursor(
                                "data.at",
                                "since",
                                Duration.ofDays(4),
                                "yyyy-MM-dd",
                                "start_time",
                                Cursor.Order.OLDEST_FIRST),
                        null,
                        new AnswerRules("code = 401 ? code", "code = 429 ? code", "ok = false ? error", true),
                        new HttpLimits(10, Duration.ofSeconds(5), 0)));
    }

    @Test
    void readsHowMuchThereIsToExpect() {
        assertThat(http("expect: { records: data, total: meta.total }").expect())
                .isEqualTo(new Expect("data", "meta.total", null));
        assertThat(http("expect: { records: data, cut: is_limited }").expect())
                .isEqualTo(new Expect("data", null, "is_limited"));
    }

    @Test
    void readsLinksToTheNextPageAndAHeaderOfTheApisOwn() {
        HttpExtract http =
                http("page: { next: paging.next }", "auth: { header: { name: X-Api-Key, value: 'Token ${API_KEY}' } }");

        assertThat(http.page()).isEqualTo(new Paging.Link("paging.next"));
        assertThat(http.auth()).isEqualTo(new Auth.Header("X-Api-Key", "Token ${API_KEY}"));
    }

    @Test
    void readsWindowsThatABodyAsksFor() {
        HttpExtract http = http(
                "method: POST",
                "body: { starttime: '${window.from}', endtime: '${window.to}', msgid: 1, number: 10000, of: [a, true, 1.5, '2',"
                        + " { deep: null }] }",
                "page: { next: 'number = 10000 ? msgid', param: msgid }",
                "window: { size: 24h, start: 2026-01-31, overlap: 1h, format: epoch }");

        Map<String, Object> last = new HashMap<>();
        last.put("deep", null);
        assertThat(http.call().method()).isEqualTo(HttpCall.Method.POST);
        assertThat(http.call().body())
                .isEqualTo(new HttpCall.Body(
                        HttpCall.Body.Type.JSON,
                        Map.of(
                                "starttime",
                                "${window.from}",
                                "endtime",
                                "${window.to}",
                                "msgid",
                                BigDecimal.ONE,
                                "number",
                                new BigDecimal("10000"),
                                "of",
                                List.of("a", true, new BigDecimal("1.5"), "2", last))));
        assertThat(http.window()).isEqualTo(new Window(Duration.ofDays(1), "2026-01-31", Duration.ofHours(1), "epoch"));
    }

    @Test
    void readsABodyThatIsWrittenAsJsonOrIsAForm() {
        assertThat(http("method: POST", "body: '{\"a\": {\"b\": [\"${NAME}\"]}}'")
                        .call()
                        .body())
                .isEqualTo(new HttpCall.Body(HttpCall.Body.Type.JSON, Map.of("a", Map.of("b", List.of("${NAME}")))));
        assertThat(http("method: POST", "bodyType: form", "body: { limit: 100 }")
                        .call()
                        .body())
                .isEqualTo(new HttpCall.Body(HttpCall.Body.Type.FORM, Map.of("limit", "100")));
    }

    @Test
    void readsTheWaysToATokenOfOAuth() {
        assertThat(
                        http("auth: { oauth2: { tokenUrl: https://api.example.com/token, clientId: acme, clientSecret: '${S}',"
                                        + " scope: read write, refreshToken: '${R}', clientAuthentication: post } }")
                                .auth())
                .isEqualTo(new Auth.OAuth2(
                        "https://api.example.com/token",
                        new Auth.Client("acme", "${S}", true),
                        "read write",
                        "${R}",
                        HttpCall.Method.POST,
                        Map.of(),
                        null));
        assertThat(
                        http("auth: { oauth2: { tokenUrl: https://api.example.com/token, param: access_token, tokenRequest: {"
                                        + " method: GET, params: { appid: '${A}', secret: '${S}' } } } }")
                                .auth())
                .isEqualTo(new Auth.OAuth2(
                        "https://api.example.com/token",
                        null,
                        null,
                        null,
                        HttpCall.Method.GET,
                        Map.of("appid", "${A}", "secret", "${S}"),
                        "access_token"));
        assertThat(((Auth.OAuth2) http("auth: { oauth2: { tokenUrl: https://api.example.com/token, clientId: acme,"
                                        + " refreshToken: '${R}' } }")
                                .auth())
                        .client())
                .isEqualTo(new Auth.Client("acme", null, true));
    }

    @Test
    void readsLinksInAHeader() {
        assertThat(http("page: { link: header }").page()).isEqualTo(new Paging.LinkHeader());
    }

    @Test
    void readsASourceOverSftp() {
        String source = HomeFolder.SOURCE.replace("  kind: file\n  path: inbox/*.json\n", """
                  kind: sftp
                  host: sftp.example.com
                  port: 2222
                  path: /export/**/*.csv
                  user: acme
                  auth: { privateKey: keys/acme, passphrase: "${PASSPHRASE}" }
                  knownHosts: known_hosts
                  keep: false
                  charset: UTF-8
                """);

        assertThat(home.with("jobs/sources/x.yaml", source)
                        .load()
                        .source("x-mentions")
                        .extract())
                .isEqualTo(new SftpExtract(
                        "sftp.example.com",
                        2222,
                        "/export/**/*.csv",
                        "acme",
                        new SftpExtract.PrivateKey("keys/acme", "${PASSPHRASE}"),
                        new SftpExtract.KnownHosts("known_hosts"),
                        false,
                        new FileOptions(
                                null,
                                StandardCharsets.UTF_8,
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                LinePatterns.NONE)));
    }

    @Test
    void saysWhichNamesThereAre() {
        Definitions definitions = home.load();

        assertThatExceptionOfType(UnknownDefinition.class)
                .isThrownBy(() -> definitions.job("nightly-sink"))
                .withMessage("There is no job 'nightly-sink'; did you mean 'nightly-sync'? use one of nightly-sync");
        assertThatExceptionOfType(UnknownDefinition.class)
                .isThrownBy(() -> definitions.source("facebook"))
                .withMessage("There is no source 'facebook'; use one of x-mentions");
        assertThatExceptionOfType(UnknownDefinition.class)
                .isThrownBy(() -> definitions.mapping("line"))
                .withMessage("There is no mapping 'line'; use one of x-v2");
    }

    @Test
    void takesTheDefaultsFromTheJarInPlaceOfAFolderThatIsNotThere(@TempDir Path empty) throws IOException {
        Path jar = jarOf(folder);
        try (URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            HomeFolder onlyMappings = new HomeFolder(empty).with("mappings/x-v2.jsonata", "'of the home folder'");

            Definitions definitions = new DefinitionReader(new DefinitionFiles(onlyMappings.path(), classes)).read();

            assertThat(definitions.jobs()).extracting(JobDefinition::job).containsExactly("nightly-sync");
            assertThat(definitions.sources())
                    .extracting(SourceDefinition::source)
                    .containsExactly("x-mentions");
            assertThat(definitions.mapping("x-v2")).isEqualTo("'of the home folder'");
        }
    }

    @Test
    void livesInAHomeFolderWhoseNameIsAPattern() {
        Definitions definitions = HomeFolder.at(folder.resolve("a [b] {c} #d")).load();

        assertThat(definitions.sources()).hasSize(1);
    }

    private HttpExtract http(String... lines) {
        return (HttpExtract) home.withHttp(lines).load().source("x-mentions").extract();
    }

    private Path jarOf(Path content) throws IOException {
        Path jar = content.resolve("defaults.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (String name : List.of("jobs/", "jobs/sources/", "mappings/")) {
                out.putNextEntry(new JarEntry(name));
            }
            for (String name : List.of("jobs/nightly-sync.yaml", "jobs/sources/x.yaml", "mappings/x-v2.jsonata")) {
                out.putNextEntry(new JarEntry(name));
                out.write(Files.readString(content.resolve(name)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
