package dev.tributary.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

    private static final String SOURCE = "jobs/sources/x.yaml";
    private static final String SECRET_CURE =
            "holds a secret itself; write \"${NAME}\" and put the secret into the environment variable NAME";

    @TempDir
    private Path folder;

    private HomeFolder home;

    @BeforeEach
    void aHomeFolder() {
        home = HomeFolder.at(folder);
    }

    @Test
    void findsEverythingAtOnceAndSaysItInOneLineEach() {
        home.with(SOURCE, "source: X Mentions\nchanel: x\naccount: [a]\nextract: { kind: ftp }\nmapping: x-v3\n");

        assertThat(home.problems())
                .containsExactly(
                        "jobs/sources/x.yaml:1: source: 'X Mentions' is no name; use lower-case letters, digits and '-',"
                                + " at most 63, the first a letter or a digit",
                        "jobs/sources/x.yaml:1: channel: is missing; write channel: a-name",
                        "jobs/sources/x.yaml:3: account: is a list and should be a text; write account: \"@acme\"",
                        "jobs/sources/x.yaml:4: extract.kind: 'ftp' is not known; use one of feed, file, http, imap",
                        "jobs/sources/x.yaml:5: mapping: 'x-v3' is not known; did you mean 'x-v2'? use one of x-v2",
                        "jobs/sources/x.yaml:2: chanel: is no key that is known here; did you mean 'channel'? use one of"
                                + " account, accounts, channel, defaultRegion, extract, idScope, mapping, source, zone",
                        "jobs/nightly-sync.yaml:2: sources: 'x-mentions' is not known; did you mean 'X Mentions'?"
                                + " use one of X Mentions");
        assertThatExceptionOfType(InvalidDefinitions.class)
                .isThrownBy(home::load)
                .satisfies(invalid -> assertThat(invalid.getMessage().lines()).hasSize(7));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zone: Berlin             | zone: 'Berlin' cannot be used; use a zone such as Europe/Berlin or UTC
            defaultRegion: us        | defaultRegion: 'us' is no region; use the two capital letters of ISO 3166, such as US, DE or BR
            idScope: person          | idScope: 'person' is not known; use one of account, channel
            zone:                    | zone: is empty and should be a text; write zone: Europe/Berlin
            zone: ' '                | zone: is empty and should be a text; write zone: Europe/Berlin
            channel: y               | channel: is given twice; keep one of them
            zone: &z UTC             |
            retention: P3Y           | retention: is no key that is known here; use one of account, accounts, channel, defaultRegion, extract, idScope, mapping, source, zone
            """)
    void checksASource(String line, String problem) {
        home.with(SOURCE, HomeFolder.SOURCE + line);

        expect(SOURCE + ":8: ", problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            path: 'inbox/[a'         | path: 'inbox/[a' is no pattern; close every [ and {, as in inbox/**/*.{json,csv}
            keep: maybe              | keep: 'maybe' cannot be used; use true or false
            charset: utf-9           | charset: 'utf-9' cannot be used; use a name such as UTF-8 or windows-1252
            delimiter: ';;'          | delimiter: ';;' is longer than a character; use ";" or "\\t"
            columns: name            | columns: is 'name' and should be a list; write columns: [one, two]
            columns: [[a]]           | columns: holds a list; list texts only
            format: csw              | format: 'csw' is not known; did you mean 'csv'? use one of csv, eml, feed, gz, json, mbox, ndjson, x-archive, xlsx, xml, zip
            folder: inbox            | folder: is no key that is known here; use one of charset, columns, delimiter, format, keep, kind, path
            """)
    void checksAFileSource(String line, String problem) {
        String path = line.startsWith("path") ? "" : "\n  path: inbox/*.json";
        home.with(SOURCE, HomeFolder.SOURCE.replace("\n  path: inbox/*.json", "\n  " + line + path));

        expect(SOURCE + ":6: extract.", problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            auth: { bearer: abc }                     | auth.bearer: <secret>
            auth: { basic: { user: a, password: b } } | auth.basic.password: <secret>
            auth: { header: { name: A, value: b } }   | auth.header.value: <secret>
            auth: { header: { name: a b, value: "${A}" } } | auth.header.name: 'a b' cannot be sent as a header; use the name of a header of the API
            auth: secret                              | auth: is 'secret' and should be a group of keys; indent its keys below it
            headers: { Authorization: Bearer abc }    | headers.Authorization: <secret>
            headers: { Host: abc }                    | headers.Host: 'Host' cannot be sent as a header; use the name of a header of the API
            params: { access_token: abc }             | params.access_token: <secret>
            params: { a: [b] }                        | params.a: is a list and should be a text; write a: a text
            budget: 0                                 | budget: '0' cannot be used; use a whole number from 1 to 1000000
            timeout: soon                             | timeout: 'soon' cannot be used; write 96h, 4d, 30m, 45s, P4D or PT96H
            timeout: 0s                               | timeout: '0s' cannot be used; write 96h, 4d, 30m, 45s, P4D or PT96H
            retries: many                             | retries: 'many' cannot be used; use a whole number from 0 to 100
            method: POST                              | method: is no key that is known here; use one of auth, budget, cursor, headers, kind, page, params, retries, timeout, url
            page: { param: p }                        | page: names no next page; write { next: JSONata, param: name } for tokens, { next: JSONata } for links, or { param: name, size: 100, records: JSONata } for offsets
            page: { next: a, para: p }                | page.para: is no key that is known here; did you mean 'param'? use one of next, param, size
            page: { param: p, size: 9 }               | page.records: is missing; write records: data
            page: { next: 'a[' }                      | page.next: is no JSONata: Expected "]" before end of expression; write something like meta.next_token
            cursor: { value: a }                      | cursor.param: is missing; write param: since_id
            cursor: { value: a, param: b, overlap: long } | cursor.overlap: 'long' cannot be used; write 96h, 4d, 30m, 45s, P4D or PT96H
            cursor: { value: a, param: b, overlap: PT-4H } | cursor.overlap: 'PT-4H' cannot be used; write 96h, 4d, 30m, 45s, P4D or PT96H
            cursor: { value: a, param: b, format: bb } | cursor.format: 'bb' cannot be used; use epoch, epochMillis, snowflake or a pattern such as yyyy-MM-dd HH:mm:ss
            cursor: { value: a, param: b, order: up } | cursor.order: 'up' is not known; use one of newest-first, oldest-first
            """)
    void checksAnHttpSource(String line, String problem) {
        home.withHttp(line);

        expect(SOURCE + ":8: extract.", problem.replace("<secret>", SECRET_CURE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            api.example.com            | has no host, or is not of http or https; write it as https://host/path
            ftp://example.com          | has no host, or is not of http or https; write it as https://host/path
            https://exa mple.com       | is no URL; write it as https://host/path, with %20 for a space
            https://a:b@example.com    | holds a user or a password; write auth: { basic: { user: …, password: "${NAME}" } }
            https://example.com/?a=b   | has a part after '?' or '#'; write its parameters below params
            https://example.com/${A}/b |
            ${API}/b                   |
            """)
    void checksTheUrl(String url, String problem) {
        home.withHttp()
                .with(
                        SOURCE,
                        HomeFolder.SOURCE.replace(
                                "  kind: file\n  path: inbox/*.json", "  kind: http\n  url: \"" + url + "\""));

        expect(SOURCE + ":6: extract.url: ", problem);
    }

    @Test
    void asksForOneKindOfAuthOnly() {
        home.withHttp("auth:", "  bearer: \"${A}\"", "  basic: { user: a, password: \"${B}\" }");

        assertThat(home.problems())
                .containsExactly("jobs/sources/x.yaml:9: extract.auth: should hold one of bearer, basic, header;"
                        + " write auth: { bearer: \"${NAME}\" }");

        home.withHttp("auth: { token: \"${A}\" }");

        assertThat(home.problems())
                .containsExactly(
                        "jobs/sources/x.yaml:8: extract.auth.token: is no key that is known here;"
                                + " use one of basic, bearer, header",
                        "jobs/sources/x.yaml:8: extract.auth: should hold one of bearer, basic, header;"
                                + " write auth: { bearer: \"${NAME}\" }");
    }

    @Test
    void asksForAnExtractAndForShortAccounts() {
        home.with(SOURCE, "source: x-mentions\nchannel: x\nmapping: x-v2\naccount: " + "a".repeat(191));

        assertThat(home.problems())
                .containsExactly(
                        "jobs/sources/x.yaml:4: account: has 191 characters; use at most 190 characters",
                        "jobs/sources/x.yaml:1: extract: is missing; say where the records come from:"
                                + " extract: { kind: file, path: … }");
    }

    @Test
    void checksAJob() {
        home.with("jobs/nightly-sync.yaml", "job: nightly-sync\nsources: [x-mentoins, x-mentions, x-mentions]\n")
                .with("jobs/weekly.yaml", "job: weekly");

        assertThat(home.problems())
                .containsExactly(
                        "jobs/nightly-sync.yaml:2: sources: 'x-mentoins' is not known; did you mean 'x-mentions'?"
                                + " use one of x-mentions",
                        "jobs/nightly-sync.yaml:2: sources: 'x-mentions' is named twice; name it once",
                        "jobs/weekly.yaml:1: sources: names no source; write sources: [x-mentions]");
    }

    @Test
    void wantsEachNameOnce() {
        home.with("jobs/sources/y.yaml", "\n" + HomeFolder.SOURCE);

        assertThat(home.problems())
                .containsExactly("jobs/sources/y.yaml:2: source: 'x-mentions' is the source of jobs/sources/x.yaml too;"
                        + " give each its own name");
    }

    @Test
    void pointsIntoAMappingThatDoesNotCompile() {
        home.with("mappings/x-v2.jsonata", "{\n  'kind': 'interaction',\n  'id': (1 + }\n}");

        assertThat(home.problems()).singleElement().asString().startsWith("mappings/x-v2.jsonata:3: is no JSONata: ");
    }

    @Test
    void pointsIntoAFileThatIsNoYaml() {
        home.with("jobs/nightly-sync.yaml", "job: nightly-sync\nsources: [x-mentions\n");

        assertThat(home.problems())
                .singleElement()
                .asString()
                .matches("jobs/nightly-sync.yaml:\\d: is no YAML: .*; mend the YAML; mind indentation and quotes");
    }

    @Test
    void doesNotReadEmptyFilesSecondDocumentsAndAliases() {
        home.with("jobs/empty.yaml", "# nothing\n")
                .with("jobs/nightly-sync.yaml", "job: &a nightly-sync\nsources: [x-mentions]\n---\njob: b\n")
                .with("jobs/two.yaml", "job: two\ncontacts: &c a.csv\nsources: [*c]\n");

        assertThat(home.problems())
                .containsExactly(
                        "jobs/empty.yaml:1: has no keys; write it as in README.md: key: value, one a line",
                        "jobs/nightly-sync.yaml:4: has a second document; put it into a file of its own",
                        "jobs/two.yaml:3: sources: YAML aliases are not read; write the value itself",
                        "jobs/two.yaml:3: sources: 'c' is not known; use one of x-mentions");
    }

    @Test
    void doesNotPassOverFilesThatSomebodyNamedYml() {
        home.with("jobs/sources/y.yml", HomeFolder.SOURCE);

        assertThat(home.problems()).containsExactly("jobs/sources/y.yml: is not read; let its name end in .yaml");
    }

    @Test
    void readsUtf8Only() throws Exception {
        Files.write(
                folder.resolve(SOURCE),
                HomeFolder.SOURCE.replace("@acme", "@müller").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(home.problems()).contains("jobs/sources/x.yaml: is not in UTF-8; save it in UTF-8");
    }

    private void expect(String where, String problem) {
        if (problem == null) {
            assertThat(home.problems()).isEmpty();
        } else {
            assertThat(home.problems()).containsExactly(where + problem);
        }
    }
}
