package dev.tributary.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tributary.decode.Format;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
                .isEqualTo(new JobDefinition("nightly-sync", "crm/contacts.csv", List.of("x-mentions")));
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
                                        List.of("from"))),
                        "x-v2"));
    }

    @Test
    void readsTheSourceThatTheDesignShows() {
        HttpExtract http = http(
                "auth: { bearer: \"${X_BEARER_TOKEN}\" }",
                "page:   { next: meta.next_token, param: pagination_token }",
                "cursor: { value: meta.newest_id, param: since_id, overlap: 96h }");

        assertThat(http)
                .isEqualTo(new HttpExtract(
                        "https://api.example.com/mentions",
                        Map.of(),
                        Map.of(),
                        new Auth.Bearer("${X_BEARER_TOKEN}"),
                        new Paging.Token("meta.next_token", "pagination_token"),
                        new Cursor(
                                "meta.newest_id",
                                "since_id",
                                Duration.ofHours(96),
                                null,
                                null,
                                Cursor.Order.NEWEST_FIRST),
                        1000,
                        Duration.ofSeconds(30),
                        5));
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
                "budget: 10",
                "timeout: PT5S",
                "retries: 0");

        assertThat(http)
                .isEqualTo(new HttpExtract(
                        "https://api.example.com/mentions",
                        Map.of("Accept", "application/json"),
                        Map.of("expansions", "author_id", "tweet.fields", "created_at"),
                        new Auth.Basic("acme", "${PASSWORD}"),
                        new Paging.Offset("start", 50, "limit", "data"),
                        new Cursor(
                                "data.at",
                                "since",
                                Duration.ofDays(4),
                                "yyyy-MM-dd",
                                "start_time",
                                Cursor.Order.OLDEST_FIRST),
                        10,
                        Duration.ofSeconds(5),
                        0));
    }

    @Test
    void readsLinksToTheNextPageAndAHeaderOfTheApisOwn() {
        HttpExtract http =
                http("page: { next: paging.next }", "auth: { header: { name: X-Api-Key, value: 'Token ${API_KEY}' } }");

        assertThat(http.page()).isEqualTo(new Paging.Link("paging.next"));
        assertThat(http.auth()).isEqualTo(new Auth.Header("X-Api-Key", "Token ${API_KEY}"));
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
