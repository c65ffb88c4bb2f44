package dev.tributary;

import static dev.tributary.RunAssert.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.testing.Temptation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What platforms push while {@code tributary serve} is at work; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WebhookInbox {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String BROKEN = "broken-disk";
    private static final String ROWS = "SELECT source, sequence, file FROM landing_segment ORDER BY 1, 2";

    private Installation installation;
    private Serving serving;
    private List<String> rows;
    private List<String> files;

    abstract Installation installedIn(Path home);

    @BeforeAll
    void serve(@TempDir Path home) throws IOException {
        installation = installedIn(home)
                .with("SECRET", Sender.SECRET)
                .with("VERIFY_TOKEN", Sender.VERIFY_TOKEN)
                .with("AES_KEY", Sender.AES_KEY)
                // so that no request meets a connection that the server is just closing
                .with("server.tomcat.max-keep-alive-requests", 1);
        for (Sender sender : Sender.values()) {
            installation.file("jobs/sources/" + sender.source() + ".yaml", sender.definition());
        }
        installation.file(
                "jobs/sources/" + BROKEN + ".yaml",
                Sender.LINE.definition().replace("source: line", "source: " + BROKEN));
        installation.file(
                "jobs/nightly-sync.yaml",
                "job: nightly-sync\nsources: [" + Sender.LINE.source() + ", whatsapp, "
                        + "wechat-plain, wechat-safe]\n");
        installation.file("landing/" + BROKEN, "a file where a folder should be");
        serving = installation.serve();
    }

    @AfterAll
    void stop() {
        if (serving != null) {
            serving.close();
        }
    }

    @BeforeEach
    void whatLiesThere() {
        rows = installation.rows(ROWS);
        files = files();
    }

    @ParameterizedTest
    @EnumSource
    void landsWhatAPlatformSigns(Sender sender) throws IOException {
        int number = NUMBERS.incrementAndGet();

        HttpResponse<String> response = serving.post(sender.source(), sender.push(number));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(sender.name().startsWith("WECHAT") ? "success" : "");
        String row = newRows().get(0);
        assertThat(newRows()).hasSize(1);
        assertThat(row).startsWith(sender.source() + " | ");
        assertThat(unadopted(sender)).isPositive();
        assertThat(Files.readAllBytes(landing().resolve(row.split(" \\| ")[2]))).isEqualTo(sender.message(number));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WECHAT") // its plain signature does not cover the body
    void refusesWhatIsAlteredByOneByte(Sender sender) {
        refused(serving.post(
                sender.source(), sender.push(NUMBERS.incrementAndGet()).altered()));
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatIsSignedWithAnotherSecretOrNotAtAll(Sender sender) {
        byte[] message = sender.message(NUMBERS.incrementAndGet());
        Pushed right = sender.signed(message, Sender.SECRET, Instant.now());
        Map<String, String> garbled =
                right.headers().keySet().stream().collect(Collectors.toMap(name -> name, name -> "sha256=~"));

        refused(serving.post(sender.source(), sender.signed(message, "another secret", Instant.now())));
        refused(serving.post(sender.source(), right.unsigned()));
        refused(serving.post(sender.source(), new Pushed(message, garbled, "signature=%41&timestamp=1&nonce=")));
    }

    @ParameterizedTest
    @EnumSource
    void refusesATimeThatIsMoreThanFiveMinutesOff(Sender sender) {
        byte[] message = sender.message(NUMBERS.incrementAndGet());
        for (Duration off : List.of(Duration.ofMinutes(-6), Duration.ofMinutes(6))) {
            Pushed late = sender.signed(message, Sender.SECRET, Instant.now().plus(off));
            if (sender.signsTheTime()) {
                refused(serving.post(sender.source(), late));
            }
        }
        assertThat(serving.post(
                                sender.source(),
                                sender.signed(
                                        message, Sender.SECRET, Instant.now().minusSeconds(240)))
                        .statusCode())
                .isEqualTo(200);
    }

    /** LINE and Slack sign each attempt anew, the others send the very same request until they hear a yes. */
    @ParameterizedTest
    @EnumSource
    void landsTheSameRequestOnce(Sender sender) {
        Pushed push = sender.push(NUMBERS.incrementAndGet());
        boolean signsAnew = sender == Sender.LINE || sender == Sender.SLACK;

        assertThat(serving.post(sender.source(), push).statusCode()).isEqualTo(200);
        for (int again = 0; again < 3; again++) {
            assertThat(serving.post(sender.source(), push).statusCode()).isEqualTo(signsAnew ? 401 : 200);
        }

        assertThat(newRows()).hasSize(1);
        assertThat(newFiles()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"LINE", "SLACK", "WECHAT_ENCRYPTED"})
    void saysYesToARedeliveryThatIsSignedAnewAndLandsNothing(Sender sender) {
        int number = NUMBERS.incrementAndGet();
        serving.post(sender.source(), sender.push(number));
        byte[] again = sender == Sender.LINE ? Sender.line(number, true) : sender.message(number);

        HttpResponse<String> response = serving.post(
                sender.source(),
                sender.signed(again, Sender.SECRET, Instant.now().minusSeconds(60)));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(newRows()).hasSize(1);
        assertThat(newFiles()).hasSize(1);
    }

    @Test
    void refusesAReplayLongAfter() {
        Pushed push = Sender.META.push(NUMBERS.incrementAndGet());
        serving.post("whatsapp", push);
        installation.change(
                "UPDATE webhook_delivery SET received_at = '2026-01-31 12:00:00' WHERE source = 'whatsapp'");

        assertThat(serving.post("whatsapp", push).statusCode()).isEqualTo(401);
        assertThat(newRows()).hasSize(1);
    }

    @Test
    void refusesAMessageForAnotherAppOfWeChat() {
        byte[] message = Sender.weChat(NUMBERS.incrementAndGet());
        refused(serving.post(
                "wechat-safe", Sender.encrypted(message, Sender.SECRET, Instant.now(), "wx00some00other")));
        refused(serving.post("wechat-safe", Sender.WECHAT.signed(message, Sender.SECRET, Instant.now())));
        try (Temptation server = new Temptation()) {
            for (String tempting : List.of("file:///etc/passwd", server.url())) {
                String bomb =
                        "<!DOCTYPE xml [<!ENTITY e SYSTEM \"" + tempting + "\">]><xml><Encrypt>&e;</Encrypt></xml>";
                refused(serving.post(
                        "wechat-safe",
                        Sender.WECHAT_ENCRYPTED
                                .signed(message, Sender.SECRET, Instant.now())
                                .carrying(bomb.getBytes(UTF_8))));
            }
            server.expectNobody();
        }
    }

    @Test
    void greetsMeta() {
        String asked = "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
        HttpResponse<String> response = serving.get("whatsapp", asked + "a%20word%20of+our%20own");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("1158201444");
        assertThat(response.headers().firstValue("Content-Type")).contains("text/plain");
        refused(serving.get("whatsapp", asked + "a%20guess"));
        refused(serving.get("whatsapp", ""));
        refused(serving.get(
                "whatsapp",
                asked.replace("1158201444", "%3Cscript%3Ealert(1)%3C/script%3E") + "a%20word%20of+our%20own"));
    }

    @Test
    void greetsWeChat() {
        String time = String.valueOf(Instant.now().getEpochSecond());
        String signed = "&timestamp=" + time + "&nonce=42&echostr=5837397520665436492";

        assertThat(serving.get("wechat-safe", "signature=" + Sender.sha1(Sender.SECRET, time, "42") + signed)
                        .body())
                .isEqualTo("5837397520665436492");
        refused(serving.get("wechat-safe", "signature=" + Sender.sha1("guess", time, "42") + signed));
    }

    @Test
    void greetsSlack() {
        byte[] asked = "{\"token\":\"t\",\"challenge\":\"3eZbrw1aBm2rZgRNFdxV\",\"type\":\"url_verification\"}"
                .getBytes(UTF_8);

        assertThat(serving.post("slack-events", Sender.SLACK.signed(asked, Sender.SECRET, Instant.now()))
                        .body())
                .isEqualTo("3eZbrw1aBm2rZgRNFdxV");
        refused(serving.post("slack-events", Sender.SLACK.signed(asked, "a guess", Instant.now())));
    }

    @Test
    void greetsXAndSignsNothingThatCouldBeAnEvent() {
        HttpResponse<String> response = serving.get("x-activity", "crc_token=dGhlIHRva2Vu");

        assertThat(response.body())
                .isEqualTo("{\"response_token\":\"sha256="
                        + Sender.base64(Sender.hmac("HmacSHA256", Sender.SECRET, "dGhlIHRva2Vu".getBytes(UTF_8)))
                        + "\"}");
        refused(serving.get("x-activity", "crc_token=%7B%22for_user_id%22%3A%221%22%7D"));
        refused(serving.post(
                "x-activity", Sender.X.signed("dGhlIHRva2Vu".getBytes(UTF_8), Sender.SECRET, Instant.now())));
    }

    @Test
    void greetsTheConsoleOfLine() {
        Pushed ping = Sender.LINE.signed(
                "{\"destination\":\"U1\",\"events\":[]}".getBytes(UTF_8), Sender.SECRET, Instant.now());
        for (int press = 0; press < 2; press++) {
            assertThat(serving.post("line", ping).statusCode()).isEqualTo(200);
        }
        assertThat(newRows()).isEmpty();
    }

    @Test
    void landsAFormAsItsFieldsAndWhateverElseAsItIs() throws IOException {
        push("payload=%7B%22a%22%3A1%7D&tag=one&tag=two+words&empty=");
        push("no format, but signed: " + NUMBERS.incrementAndGet());

        assertThat(newFiles()).hasSize(2);
        assertThat(Files.readString(landing().resolve(newFiles().get(0))))
                .isEqualTo("{\"payload\":\"{\\\"a\\\":1}\",\"tag\":[\"one\",\"two words\"],\"empty\":\"\"}");
        assertThat(newFiles().get(0)).endsWith("-webhook.json");
        assertThat(newFiles().get(1)).endsWith("-webhook.txt");
    }

    private void push(String body) {
        Pushed push = Sender.HMAC.signed(body.getBytes(UTF_8), Sender.SECRET, Instant.now());
        assertThat(serving.post("shop-chat", push).statusCode()).isEqualTo(200);
    }

    @Test
    void knowsNoOtherAddressAndNoOtherMethod() {
        Pushed push = Sender.LINE.push(NUMBERS.incrementAndGet());
        assertThat(serving.post("nobody", push).statusCode()).isEqualTo(404);
        assertThat(serving.get("line", "").statusCode()).isEqualTo(405);
        for (String method : List.of("PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(serving.at("/inbox/line"))
                    .method(method, BodyPublishers.ofByteArray(push.body()));
            assertThat(serving.send(request).statusCode()).as(method).isEqualTo(405);
        }
        for (String path : List.of("/inbox", "/error", "/actuator", "/inbox/line/more", "/%3Cscript%3E")) {
            HttpResponse<String> response = serving.send(HttpRequest.newBuilder(serving.at(path)));
            assertThat(response.statusCode()).as(path).isBetween(404, 500);
            assertThat(response.body()).as(path).doesNotContain("script", "Exception", "at dev.");
            assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
        assertThat(newRows()).isEmpty();
    }

    @Test
    void refusesWhatIsTooLargeWhetherItSaysSoOrNot() {
        byte[] large = new byte[(4 << 20) + 1];
        Arrays.fill(large, (byte) ' ');
        Pushed push = Sender.LINE.signed(large, Sender.SECRET, Instant.now());
        HttpRequest.Builder chunked = HttpRequest.newBuilder(serving.at("/inbox/line"))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
        push.headers().forEach(chunked::header);

        assertThat(serving.post("line", push).statusCode()).isEqualTo(413);
        assertThat(serving.send(chunked).statusCode()).isEqualTo(413);
        assertThat(newRows()).isEmpty();
    }

    @Test
    void asksForADeliveryAgainThatCouldNotBeLanded() throws IOException {
        Pushed push = Sender.LINE.push(NUMBERS.incrementAndGet());

        assertThat(serving.post(BROKEN, push).statusCode()).isEqualTo(503);
        assertThat(newRows()).isEmpty();
        assertThat(installation.rows("SELECT * FROM webhook_delivery WHERE source = '" + BROKEN + "'"))
                .isEmpty();

        Files.delete(landing().resolve(BROKEN));
        assertThat(serving.post(BROKEN, push).statusCode()).isEqualTo(200);
        assertThat(newRows()).hasSize(1);
    }

    @Test
    void landsOneOfTwentyThatComeAtOnceAndAreTheSame() {
        Pushed push = Sender.META.push(NUMBERS.incrementAndGet());
        assertThat(atOnce(20, number -> serving.post("whatsapp", push).statusCode()))
                .containsOnly(200);
        assertThat(newRows()).hasSize(1);
        assertThat(newFiles()).hasSize(1);
    }

    @Test
    void losesNothingOfTwoHundredThatComeAtOnceWhileARunTakesThemIn() {
        CompletableFuture<CommandLineRun.Ended> meanwhile =
                CompletableFuture.supplyAsync(() -> sync("2026-05-01", "line"));
        assertThat(atOnce(
                        200,
                        number -> serving.post("line", Sender.LINE.push(10_000 + number))
                                .statusCode()))
                .hasSize(200)
                .containsOnly(200);

        assertThat(newRows()).hasSize(200);
        assertThat(newFiles()).hasSize(200).allMatch(name -> name.matches("line/\\d{10}-webhook.json"));
        assertThat(meanwhile.join()).completed();
        assertThat(sync("2026-05-02", "line")).completed();
        assertThat(installation.rows(
                        "SELECT COUNT(*) FROM interaction WHERE channel = 'line' AND native_id LIKE '10___'"))
                .containsExactly("200");
        assertThat(
                        installation.rows(
                                "SELECT COUNT(*), COUNT(DISTINCT sequence), MAX(sequence) FROM landing_segment WHERE source = 'line'"))
                .allMatch(row -> Stream.of(row.split(" \\| ")).distinct().count() == 1);
    }

    @Test
    void bringsWhatWasPushedOntoTheTimelineWithTheNextRun() {
        sync("2026-05-31", "line,whatsapp,wechat-plain,wechat-safe");
        int number = NUMBERS.incrementAndGet();
        for (Sender sender : List.of(Sender.LINE, Sender.META, Sender.WECHAT, Sender.WECHAT_ENCRYPTED)) {
            assertThat(serving.post(sender.source(), sender.push(number)).statusCode())
                    .isEqualTo(200);
        }

        assertThat(sync("2026-06-01", "line,whatsapp,wechat-plain,wechat-safe"))
                .completed()
                .read("line", 1)
                .counted("line", "new", 1)
                .counted("whatsapp", "new", 1)
                .counted("wechat-plain", "new", 1)
                .counted("wechat-safe", "new", 1);

        assertThat(installation.rows("SELECT channel, direction, body FROM interaction WHERE native_id IN ('" + number
                        + "', 'wamid." + number + "', '736192547812034" + (1000 + number) + "', '736192547812034"
                        + (1500 + number) + "') ORDER BY channel"))
                .containsExactly(
                        "line | INBOUND | Wann kommt mein Zelt? " + number,
                        "wechat | INBOUND | 帐篷",
                        "wechat | INBOUND | 帐篷",
                        "whatsapp | INBOUND | Tent " + number + "?");
        assertThat(newRows()).hasSize(4);
        assertThat(unadopted(Sender.LINE) + unadopted(Sender.WECHAT_ENCRYPTED)).isZero();
        assertThat(sync("2026-06-02", "line")).completed().read("line", 0);
    }

    /** How many deliveries wait for the next run. */
    private int unadopted(Sender sender) {
        return Integer.parseInt(installation
                .rows("SELECT COUNT(*) FROM landing_segment WHERE landed_run IS NULL AND source = '" + sender.source()
                        + "'")
                .get(0));
    }

    private CommandLineRun.Ended sync(String date, String sources) {
        return installation.tributary("--json", "sync", "--date", date, "--source", sources);
    }

    private interface Numbered {
        int send(int number);
    }

    private static List<Integer> atOnce(int times, Numbered request) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<CompletableFuture<Integer>> sent = IntStream.range(0, times)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> request.send(number), threads))
                    .toList();
            return sent.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private void refused(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).isEqualTo("{\"status\":401}");
        assertThat(newRows()).isEmpty();
        assertThat(newFiles()).isEmpty();
    }

    private List<String> newRows() {
        return less(installation.rows(ROWS), rows);
    }

    private List<String> newFiles() {
        return less(files(), files);
    }

    private static List<String> less(List<String> later, List<String> before) {
        return later.stream().filter(it -> !before.contains(it)).toList();
    }

    private Path landing() {
        return installation.home().resolve("landing");
    }

    private List<String> files() {
        try (Stream<Path> all = Files.walk(landing())) {
            return all.filter(Files::isRegularFile)
                    .map(file -> landing().relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
