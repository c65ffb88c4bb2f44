package dev.tributary;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static dev.tributary.RunAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two nights with a web API, from the first request to the timeline; the same on every database. */
abstract class ApiSource {

    @RegisterExtension
    final WireMockExtension x = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    abstract Installation installedIn(Path home);

    @Test
    void pagesThroughAnApiAndAsksAgainForTheLastDays(@TempDir Path home) throws IOException {
        answer("1", page(1));
        answer("2", page(2));
        Installation installation = installedIn(home)
                .with("X_TOKEN", "secret-of-the-test")
                .file("jobs/nightly-sync.yaml", "job: nightly-sync\nsources: [x-mentions]\n")
                .file("jobs/sources/x-mentions.yaml", """
                        source: x-mentions
                        channel: x
                        account: "@acmeoutdoor"
                        idScope: channel
                        extract:
                          kind: http
                          url: %s/mentions
                          auth: { bearer: "${X_TOKEN}" }
                          page: { next: meta.next_token, param: pagination_token }
                          cursor: { value: meta.newest_id, param: since_id, overlap: 96h, format: snowflake }
                        mapping: x-v2
                        """.formatted(x.baseUrl()));
        assertThat(installation.tributary("--json", "sync", "--date", "2026-05-31"))
                .completed()
                .read("x-mentions", 12)
                .counted("x-mentions", "new", 9);
        x.verify(2, getRequestedFor(urlPathEqualTo("/mentions")).withoutQueryParam("since_id"));

        x.resetRequests();
        answer("1", page(1).replaceAll("\"next_token.*", "\"x\": 1"));
        assertThat(installation.tributary("--json", "sync", "--date", "2026-06-01"))
                .completed()
                .read("x-mentions", 6)
                .counted("x-mentions", "unchanged", 6);
        long overlapped = 2055715088102326273L - (96L * 3_600_000 << 22);
        x.verify(
                1,
                getRequestedFor(urlPathEqualTo("/mentions"))
                        .withQueryParam("since_id", equalTo(String.valueOf(overlapped))));
        assertThat(installation.everything().rows())
                .allSatisfy((table, rows) -> assertThat(rows).noneMatch(row -> row.contains("secret-of-the-test")));
    }

    /** The page that a token asks for; the first is asked for without one. */
    private void answer(String page, String json) {
        x.stubFor(get(urlPathEqualTo("/mentions"))
                .withHeader("Authorization", equalTo("Bearer secret-of-the-test"))
                .withQueryParam("pagination_token", page.equals("1") ? absent() : equalTo("7140dibdnow9c7btw4827"))
                .willReturn(okJson(json)));
    }

    private static String page(int number) throws IOException {
        return Files.readString(Path.of("jobs/samples/x-mentions/page-" + number + ".json"));
    }
}
