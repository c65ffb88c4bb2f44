package dev.tributary;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.tributary.testing.FaultyProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Between a night and a platform's API lies a network. Whatever happens there, each message comes in once, at the latest the next night. */
@Tag("slow")
class FaultyApiTest {

    private static final int PAGES = 12;
    private static final int A_PAGE = 20;
    private static final long PATIENCE = 300;

    @RegisterExtension
    final WireMockExtension api = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @TempDir
    private Path home;

    private FaultyProxy proxy;
    private Installation installation;

    @BeforeEach
    void twelvePagesBehindANetwork() {
        proxy = FaultyProxy.before("127.0.0.1", api.getPort());
        for (int page = 0; page < PAGES; page++) {
            api.stubFor(get(urlPathEqualTo("/messages"))
                    .withQueryParam("page", page == 0 ? absent() : equalTo("p" + page))
                    .willReturn(okJson(page(page)).withFixedDelay(100)));
        }
        installation = Installation.onH2(home)
                .file("mappings/plain.jsonata", "items.(" + AMessage.MAPPING + ")")
                .file("jobs/nightly-sync.yaml", "job: nightly-sync\nsources: [shop]\n")
                .file("jobs/sources/shop.yaml", """
                        source: shop
                        channel: shop
                        account: acme
                        extract:
                          kind: http
                          url: http://127.0.0.1:%d/messages
                          page: { next: next, param: page }
                          timeout: 5s
                          retries: 6
                        mapping: plain
                        """.formatted(proxy.port()));
    }

    @AfterEach
    void noProxy() throws IOException {
        proxy.close();
    }

    @Test
    void aSlowNetworkIsOnlySlow() {
        proxy.latency(Duration.ofMillis(150));
        RunAssert.assertThat(night("2026-06-01")).completed().read("shop", PAGES * A_PAGE);
        eachMessageOnce();
    }

    @Test
    void aPageThatBreaksOffIsAskedForAgain() throws Exception {
        CompletableFuture<CommandLineRun.Ended> night = CompletableFuture.supplyAsync(() -> night("2026-06-01"));
        untilPages(4);
        proxy.reset();
        RunAssert.assertThat(night.get(PATIENCE, TimeUnit.SECONDS)).completed().read("shop", PAGES * A_PAGE);
        eachMessageOnce();
    }

    @Test
    void aNetworkThatIsCutForHalfAMinuteIsWaitedFor() throws Exception {
        CompletableFuture<CommandLineRun.Ended> night = CompletableFuture.supplyAsync(() -> night("2026-06-01"));
        untilPages(4);
        proxy.cut();
        TimeUnit.SECONDS.sleep(30);
        proxy.mend();
        CommandLineRun.Ended ended = night.get(PATIENCE, TimeUnit.SECONDS);
        if (ended.exitCode() != 0) {
            RunAssert.assertThat(night("2026-06-01")).completed();
        }
        eachMessageOnce();
    }

    /** The night says which source failed and why, keeps what came, and the next one brings the rest. */
    @Test
    void aPlatformThatStaysAwayIsReadTheNextNight() throws Exception {
        installation.file("jobs/sources/shop.yaml", """
                source: shop
                channel: shop
                account: acme
                extract:
                  kind: http
                  url: http://127.0.0.1:%d/messages
                  page: { next: next, param: page }
                  timeout: 2s
                  retries: 1
                mapping: plain
                """.formatted(proxy.port()));
        CompletableFuture<CommandLineRun.Ended> night = CompletableFuture.supplyAsync(() -> night("2026-06-01"));
        untilPages(4);
        proxy.refuse();
        CommandLineRun.Ended ended = night.get(PATIENCE, TimeUnit.SECONDS);
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(4);
        assertThat(installation.rows("SELECT state, code FROM sync_run_source WHERE run_id = 1"))
                .containsExactly("FAILED | UNREACHABLE");
        assertThat(Integer.parseInt(
                        installation.rows("SELECT COUNT(*) FROM interaction").get(0)))
                .isBetween(2 * A_PAGE, (PAGES - 1) * A_PAGE);

        proxy.mend();

        RunAssert.assertThat(night("2026-06-02")).completed();
        eachMessageOnce();
    }

    private CommandLineRun.Ended night(String date) {
        return installation.tributary("--json", "sync", "--date", date);
    }

    private void untilPages(int asked) throws InterruptedException {
        while (api.getAllServeEvents().size() < asked) {
            Thread.sleep(10);
        }
    }

    private void eachMessageOnce() {
        assertThat(installation.rows("SELECT COUNT(*), COUNT(DISTINCT native_id) FROM interaction"))
                .isEqualTo(List.of(PAGES * A_PAGE + " | " + PAGES * A_PAGE));
    }

    private static String page(int page) {
        String items = IntStream.range(page * A_PAGE, (page + 1) * A_PAGE)
                .mapToObj(it -> AMessage.lines(AMessage.aMessage("m" + it)
                                .from("anna" + it + "@example.org")
                                .saying("Line " + it))
                        .strip())
                .collect(Collectors.joining(","));
        String next = page + 1 < PAGES ? ", \"next\": \"p" + (page + 1) + "\"" : "";
        return "{ \"items\": [" + items + "]" + next + " }";
    }
}
