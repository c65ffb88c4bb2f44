package dev.tributary.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

    private static final String JOB = "jobs/nightly-sync.yaml";
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
                        "jobs/sources/x.yaml:4: extract.kind: 'ftp' is not known; did you mean 'sftp'? use one of feed, file,"
                                + " http, imap, sftp, webhook",
                        "jobs/sources/x.yaml:5: mapping: 'x-v3' is not known; did you mean 'x-v2'? use one of x-v2",
                        "jobs/sources/x.yaml:2: chanel: is no key that is known here; did you mean 'channel'? use one of"
                                + " account, accounts, channel, defaultRegion, extract, idScope, mapping, options, source, zone",
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
            retention: P3Y           | retention: is no key that is known here; use one of account, accounts, channel, defaultRegion, extract, idScope, mapping, options, source, zone
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
            group: call              | group: is 'call' and should be a list; write group: [one, two]
            columns: [[a]]           | columns: holds a list; list texts only
            format: csw              | format: 'csw' is not known; did you mean 'csv'? use one of csv, eml, feed, gz, json, lines, mbox, ndjson, x-archive, xlsx, xml, zip
            lines: { start: [a] }    | lines.start: has a pattern without a named group; name what is to be kept, as in '^(?P<date>[0-9/]+), (?P<author>[^:]+): (?P<text>.*)$'
            lines: { start: ['(?P<a>'] } | lines.start: has a pattern that RE2 does not know: error parsing regexp: missing closing ): `(?P<a>`; mend it; there are no look-arounds and no back references
            lines: { carry: ['(?P<a>b)'] } | lines.start: is missing; list the patterns of a record's first line: start: ['^(?P<date>[0-9/]+), (?P<author>[^:]+): (?P<text>.*)$']
            folder: inbox            | folder: is no key that is known here; use one of charset, columns, delimiter, format, group, header, keep, kind, lines, path, poll
            """)
    void checksAFileSource(String line, String problem) {
        String path = line.startsWith("path") ? "" : "\n  path: inbox/*.json";
        home.with(SOURCE, HomeFolder.SOURCE.replace("\n  path: inbox/*.json", "\n  " + line + path));

        expect(SOURCE + ":6: extract.", problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { zone: UTC }                                   | cron: is missing; write cron: "0 30 3 * * ?"
            { cron: "0 30 3 * * ?", zone: Berlin }          | zone: 'Berlin' cannot be used; use a zone such as Europe/Berlin or UTC
            { cron: "0 30 3 * * ?", at: 3 }                 | at: is no key that is known here; use one of cron, zone
            { cron: "30 3 * * *" }                          | cron: '30 3 * * *' cannot be used: Unexpected end of expression.; write second, minute, hour, day of the month, month, day of the week, such as "0 30 3 * * ?"
            { cron: "0 0 3 * * ? 1999" }                    | cron: never comes; run a job once a day, and let its sources be read more often by extract.poll
            """)
    void checksASchedule(String schedule, String problem) {
        home.with(JOB, HomeFolder.JOB + "schedule: " + schedule);

        expect(JOB + ":3: schedule.", problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 30 2 * * ?        | Europe/Berlin     | 02:30 in Europe/Berlin does not exist on
            0 0 2 * * ?         | America/New_York  | 02:00 in America/New_York does not exist on
            0 30 1 * * ?        | America/New_York  | 01:30 in America/New_York comes twice on
            0 59 2 ? * SUN      | Europe/Berlin     | 02:59 in Europe/Berlin does not exist on
            0 30 0 * * ?        | America/Santiago  | 00:30 in America/Santiago does not exist on
            0 45 1 * * ?        | Australia/Lord_Howe | 01:45 in Australia/Lord_Howe comes twice on
            0 30 3 * * ?        | Pacific/Chatham   | 03:30 in Pacific/Chatham comes twice on
            0 0 3,15 * * ?      | UTC               | comes more than once on
            """)
    void refusesAScheduleThatAClockChangeWouldSkipOrDouble(String cron, String zone, String problem) {
        home.with(JOB, HomeFolder.JOB + "schedule: { cron: \"" + cron + "\", zone: " + zone + " }");

        assertThat(home.problems()).hasSize(1).first().asString().contains(JOB + ":3: schedule.cron: " + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 30 3 * * ?        | Europe/Berlin
            0 30 2 * * ?        | UTC
            0 30 2 * * ?        | Asia/Kolkata
            0 30 2 ? * MON-FRI  | Europe/Berlin
            0 0 0 * * ?         | Europe/Berlin
            0 0 3 * * ?         | America/New_York
            """)
    void takesAScheduleThatEveryDateHasOnce(String cron, String zone) {
        home.with(JOB, HomeFolder.JOB + "schedule: { cron: \"" + cron + "\", zone: " + zone + " }");

        assertThat(home.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            poll: 10s  | poll: '10s' cannot be used; write how often, from 1m to 24h, such as 15m
            poll: 2d   | poll: '2d' cannot be used; write how often, from 1m to 24h, such as 15m
            poll: soon | poll: 'soon' cannot be used; write how often, from 1m to 24h, such as 15m
            """)
    void checksHowOftenASourceIsPolled(String line, String problem) {
        home.with(SOURCE, HomeFolder.SOURCE.replace("\n  path:", "\n  " + line + "\n  path:"));

        expect(SOURCE + ":6: extract.", problem);
    }

    @Test
    void asksHowTheRecordsOfATextFileBegin() {
        home.with(SOURCE, HomeFolder.SOURCE.replace("inbox/*.json", "inbox/*\n  format: lines"));
        expect(
                SOURCE + ":5: extract.",
                "lines: is missing; list the patterns of a record's first line: lines: { start: [ … ] }");

        home.with("mappings/x-v3.lines.yaml", "start: ['^(?P<text>.*)']");
        assertThat(home.problems())
                .contains("mappings/x-v3.lines.yaml:1: belongs to no mapping; name it like one: did you mean 'x-v2'?"
                        + " use one of x-v2");
    }

    @Test
    void rowsAreGroupedByColumnsThatAreThere() {
        String columns = "\n  columns: [call, to]\n  group: [cal]\n  path: inbox/*.csv";
        home.with(SOURCE, HomeFolder.SOURCE.replace("\n  path: inbox/*.json", columns));

        expect(SOURCE + ":7: extract.", "group: 'cal' is no column; did you mean 'call'? use one of call, to");
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
            method: PUT                               | method: 'PUT' is not known; use one of GET, POST
            metod: POST                               | metod: is no key that is known here; did you mean 'method'? use one of auth, body, bodyType, budget, cursor, errors, expect, headers, kind, mayBeEmpty, method, page, params, poll, retries, timeout, url, window
            body: { a: b }                            | body: is not sent with GET; write method: POST
            bodyType: xml                             | bodyType: 'xml' is not known; use one of form, json
            mayBeEmpty: perhaps                       | mayBeEmpty: 'perhaps' cannot be used; use true or false
            errors: { other: 'a[' }                   | errors.other: is no JSONata: Expected "]" before end of expression; write something like "ok = false ? error"
            errors: { ratelimited: a }                | errors.ratelimited: is no key that is known here; did you mean 'rateLimited'? use one of other, rateLimited, unauthorized
            errors: ok = false                        | errors: is 'ok = false' and should be a group of keys; indent its keys below it
            page: { link: body }                      | page.link: 'body' is not known; use one of header
            page: { link: header, param: p }          | page.param: is no key that is known here; use one of link, size
            page: { param: p }                        | page: names no next page; write { next: JSONata, param: name } for tokens, { next: JSONata } or { link: header } for links, or { param: name, size: 100, records: JSONata } for offsets
            page: { next: a, para: p }                | page.para: is no key that is known here; did you mean 'param'? use one of link, next, param, size
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
            { a: b }, bodyType: form               |
            '''[1]'''                              | is no JSON object; write a group of keys, or JSON such as '{"limit": 100}'
            '''{"a":'''                            | is no JSON object; write a group of keys, or JSON such as '{"limit": 100}'
            '''{} {}'''                            | is no JSON object; write a group of keys, or JSON such as '{"limit": 100}'
            [1]                                    | is a list and should be a group of keys; indent its keys below it
            a=b, bodyType: form                    | is a text and should be a group; write a group of keys, or JSON such as '{"limit": 100}'
            """)
    void checksABody(String body, String problem) {
        home.withHttp("method: POST", "body: " + body.replace(", bodyType", "\n  bodyType"));

        expect(SOURCE + ":9: extract.body: ", problem);
    }

    @Test
    void findsSecretsAnywhereInABody() {
        home.withHttp("method: POST", "body: { filter: { api_key: abc, text: b }, token: '${T}' }");

        assertThat(home.problems()).containsExactly(SOURCE + ":9: extract.body.filter.api_key: " + SECRET_CURE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { start: 30d }                          | .size: is missing; write size: 24h
            { size: 24h }                           | .start: is missing; write start: 30d, or a date such as 2026-01-31
            { size: 0h, start: 30d }                | .size: '0h' cannot be used; write 96h, 4d, 30m, 45s, P4D or PT96H
            { size: 24h, start: 2026-02-30 }        | .start: '2026-02-30' cannot be used; write 30d, P30D, or a date such as 2026-01-31
            { size: 24h, start: soon }              | .start: 'soon' cannot be used; write 30d, P30D, or a date such as 2026-01-31
            { size: 24h, start: 30d, format: bb }   | .format: 'bb' cannot be used; use epoch, epochMillis, snowflake or a pattern such as yyyy-MM-dd HH:mm:ss
            { size: 24h, start: 30d, from: a }      | .from: is no key that is known here; use one of format, overlap, size, start
            """)
    void checksAWindow(String window, String problem) {
        home.withHttp("params: { from: '${window.from}', to: '${window.to}' }", "window: " + window);

        expect(SOURCE + ":9: extract.window", problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { records: data }                | : says nothing that could be missing; write total: JSONata, or cut: JSONata, beside records
            { total: meta.total }            | .records: is missing; write records: data
            { records: data, sum: a, cut: b } | .sum: is no key that is known here; use one of cut, records, total
            """)
    void checksWhatIsExpected(String expected, String problem) {
        home.withHttp("expect: " + expected);

        expect(SOURCE + ":8: extract.expect", problem);
    }

    @Test
    void wantsAWindowToReachTheApiAndToBeTheOnlyCursor() {
        home.withHttp("window: { size: 24h, start: 30d }", "params: { from: '${window.from}' }");

        assertThat(home.problems())
                .containsExactly(SOURCE
                        + ":8: extract.window: does not reach the API; write ${window.to} in params or in the body");

        home.withHttp("params: { from: '${window.from}' }");

        assertThat(home.problems())
                .containsExactly(SOURCE + ":6: extract: names ${window.from} without a window;"
                        + " write window: { size: 24h, start: 30d }");

        home.withHttp(
                "window: { size: 24h, start: 30d }",
                "params: { from: '${window.from}', to: '${window.to}' }",
                "cursor: { value: a, param: b }");

        assertThat(home.problems())
                .containsExactly(SOURCE + ":10: extract.cursor: is kept by the window; keep one of cursor and window");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clientId: a, clientSecret: b                              | .clientSecret: <secret>
            clientId: a                                               | .clientSecret: is missing; write clientSecret: "${NAME}"
            clientSecret: "${B}"                                      | .clientId: is missing; write clientId: "${NAME}"
            clientId: a, refreshToken: b                              | .refreshToken: <secret>
            clientId: a, clientSecret: "${B}", clientAuthentication: jwt | .clientAuthentication: 'jwt' is not known; use one of basic, post
            tokenRequest: { method: PUT, params: { appid: a } }       | .tokenRequest.method: 'PUT' is not known; use one of GET, POST
            tokenRequest: { params: { secret: a } }                   | .tokenRequest.params.secret: <secret>
            tokenRequest: { param: a }, clientId: a, clientSecret: "${B}" | .tokenRequest.param: is no key that is known here; did you mean 'params'? use one of method, params
            clientId: a, clientSecret: "${B}", scopes: c              | .scopes: is no key that is known here; did you mean 'scope'? use one of clientAuthentication, clientId, clientSecret, param, refreshToken, scope, tokenRequest, tokenUrl
            """)
    void checksOAuth(String keys, String problem) {
        home.withHttp("auth: { oauth2: { tokenUrl: https://api.example.com/token, " + keys + " } }");

        expect(SOURCE + ":8: extract.auth.oauth2", problem.replace("<secret>", SECRET_CURE));
    }

    @Test
    void checksTheTokenUrl() {
        home.withHttp(
                "auth: { oauth2: { tokenUrl: 'https://api.example.com/token?a=b', clientId: a, clientSecret: '${B}' } }");

        assertThat(home.problems())
                .containsExactly(SOURCE + ":8: extract.auth.oauth2.tokenUrl: has a part after '?' or '#';"
                        + " write its parameters below params");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            host: sftp.example.com                 |
            host: sftp://example.com/              | host: 'sftp://example.com/' is no name of a host; write host: sftp.example.com
            port: 0                                | port: '0' cannot be used; use a whole number from 1 to 65535
            path: ../*.csv                         | path: leads upwards with '..'; write the path from the root, as in /export/*.csv
            path: /export/[a                       | path: '/export/[a' is no pattern; close every [ and {, as in inbox/**/*.{json,csv}
            auth: { password: abc }                | auth.password: <secret>
            auth: { privateKey: a, password: "${B}" } | auth: should hold one of password, privateKey; write auth: { password: "${NAME}" }
            auth: { privateKey: '-----BEGIN OPENSSH PRIVATE KEY-----' } | auth.privateKey: holds the key itself; put the key into a file and name the file
            auth: { privateKey: a, passphrase: b } | auth.passphrase: <secret>
            hostKey: abc                           | hostKey: is no public key; write it as OpenSSH does: "ssh-ed25519 AAAA…"
            keep: maybe                            | keep: 'maybe' cannot be used; use true or false
            columns: name                          | columns: is 'name' and should be a list; write columns: [one, two]
            budget: 10                             | budget: is no key that is known here; use one of auth, charset, columns, delimiter, format, group, header, host, hostKey, keep, kind, knownHosts, lines, path, poll, port, user
            """)
    void checksASourceOverSftp(String line, String problem) {
        Map<String, String> keys = new LinkedHashMap<>(Map.of(
                "host", "host: sftp.example.com",
                "path", "path: /export/*.csv",
                "user", "user: acme",
                "auth", "auth: { password: \"${P}\" }"));
        keys.remove(line.substring(0, line.indexOf(':')));
        String trust = line.startsWith("hostKey") ? "" : "  knownHosts: known_hosts\n";
        home.with(
                SOURCE,
                "source: x-mentions\nchannel: x\naccount: a\nmapping: x-v2\nextract:\n  " + line + "\n  kind: sftp\n"
                        + trust
                        + keys.values().stream().map(key -> "  " + key + "\n").collect(Collectors.joining()));

        expect(SOURCE + ":6: extract.", problem == null ? null : problem.replace("<secret>", SECRET_CURE));
    }

    @Test
    void asksForALoginAndForTheKeyOfTheHost() {
        home.with(
                SOURCE,
                HomeFolder.SOURCE.replace(
                        "  kind: file\n  path: inbox/*.json",
                        "  kind: sftp\n  host: sftp.example.com\n  path: /export/*.csv\n  user: acme"));

        assertThat(home.problems())
                .containsExactly(
                        SOURCE + ":5: extract.auth: is missing; write auth: { password: \"${NAME}\" }"
                                + " or { privateKey: keys/acme }",
                        SOURCE + ":5: extract: should hold one of knownHosts, hostKey; write knownHosts: known_hosts,"
                                + " a file that ssh-keyscan fills, once you have compared the key");
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
                .containsExactly(
                        "jobs/sources/x.yaml:9: extract.auth: should hold one of bearer, basic, header, oauth2;"
                                + " write auth: { bearer: \"${NAME}\" }");

        home.withHttp("auth: { token: \"${A}\" }");

        assertThat(home.problems())
                .containsExactly(
                        "jobs/sources/x.yaml:8: extract.auth.token: is no key that is known here;"
                                + " use one of basic, bearer, header, oauth2",
                        "jobs/sources/x.yaml:8: extract.auth: should hold one of bearer, basic, header, oauth2;"
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
    void asksForShortChannels() {
        home.with(SOURCE, HomeFolder.SOURCE.replace("channel: x", "channel: " + "c".repeat(33)));

        expect(SOURCE + ":2: channel: ", "has 33 characters; use at most 32 characters");

        home.with(SOURCE, HomeFolder.SOURCE.replace("channel: x", "channel: " + "c".repeat(32)));

        expect(SOURCE, null);

        home.with(
                SOURCE,
                HomeFolder.SOURCE + "accounts:\n  shop: { channel: " + "c".repeat(63) + ", account: \"@shop\" }\n");

        assertThat(home.problems())
                .containsExactly(SOURCE + ":9: accounts.shop.channel: has 63 characters; use at most 32 characters");
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { newLinksShare: many }  | brake.newLinksShare: 'many' cannot be used; use a number of percent, such as 5% or 0.5%
            { newLinksShare: -1% }   | brake.newLinksShare: '-1%' cannot be used; use a number of percent, such as 5% or 0.5%
            { largestCluster: 0 }    | brake.largestCluster: '0' cannot be used; use a whole number from 1 to 1000000
            { matchRateDrop: 10pp }  | brake.matchRateDrop: '10pp' cannot be used; use a number of percent, such as 5% or 0.5%
            { atLeast: 1.5 }         | brake.atLeast: '1.5' cannot be used; use a whole number from 0 to 1000000
            { newLinkShare: 5% }     | brake.newLinkShare: is no key that is known here; did you mean 'newLinksShare'? use one of atLeast, largestCluster, matchRateDrop, newLinksShare
            off                      | brake: is 'off' and should be a group of keys; indent its keys below it
            """)
    void checksTheBrakeOfAJob(String brake, String problem) {
        home.with("jobs/nightly-sync.yaml", "job: nightly-sync\nsources: [x-mentions]\nbrake: " + brake + "\n");

        assertThat(home.problems()).containsExactly("jobs/nightly-sync.yaml:3: " + problem);
    }

    @Test
    void readsTheBudgetsThatAJobNamesAndTheStandardOnesOfTheOthers() {
        home.with(
                "jobs/nightly-sync.yaml",
                "job: nightly-sync\nsources: [x-mentions]\nbrake: { newLinksShare: 0.5%, matchRateDrop: 12.5 }\n");

        assertThat(home.load().job("nightly-sync").brake()).isEqualTo(new Brake(0.5, 10, 12.5, 50));
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
