package dev.tributary.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tributary serve} ends at any moment; what it said yes to is there. */
@Tag("slow")
class KilledInboxTest {

    private static final String SECRET = "a secret of the test";
    private static final int SENDERS = 6;
    private static final int BEFORE_THE_KILL = 60;

    @TempDir
    private Path home;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Queue<Integer> acknowledged = new ConcurrentLinkedQueue<>();
    private int port;

    @BeforeEach
    void aSource() throws IOException {
        Path sources = Files.createDirectories(home.resolve("jobs/sources"));
        Files.writeString(home.resolve("jobs/nightly-sync.yaml"), "job: nightly-sync\nsources: [line-inbox]\n");
        Files.writeString(sources.resolve("line-inbox.yaml"), """
                source: line-inbox
                channel: line
                account: "@acmeoutdoor"
                extract: { kind: webhook, platform: line, secret: "${LINE_SECRET}" }
                mapping: line-webhook
                """);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @Test
    void losesNothingThatItSaidYesTo() {
        AtomicInteger numbers = new AtomicInteger();
        try (TributaryProcess serve = serve()) {
            List<Thread> senders = IntStream.range(0, SENDERS)
                    .mapToObj(sender -> new Thread(() -> sendUntilItIsGone(numbers)))
                    .toList();
            senders.forEach(Thread::start);
            while (acknowledged.size() < BEFORE_THE_KILL) {
                TributaryProcess.sleep(1);
            }
            serve.kill();
            senders.forEach(KilledInboxTest::join);
        }

        CommandLineRun.Ended night = CommandLineRun.in(home).tributary("--json", "sync", "--date", "2026-05-31");

        assertThat(night.exitCode()).as(night.err()).isZero();
        List<String> there = Tables.ofHome(home).get("interaction").stream()
                .map(row -> row.replaceAll("(?s).*native_id=(\\d+),.*", "$1"))
                .toList();
        assertThat(there)
                .doesNotHaveDuplicates()
                .containsAll(acknowledged.stream().map(String::valueOf).toList());
    }

    /** A second start finds nothing in its way, and lands what the platform sends again. */
    @Test
    void goesOnAfterItWasKilled() throws IOException {
        try (TributaryProcess serve = serve()) {
            assertThat(send(1)).isEqualTo(200);
            serve.kill();
        }
        Path folder = home.resolve("landing/line-inbox");
        Files.writeString(folder.resolve("0000000002-webhook.json.part"), "{");
        try (TributaryProcess serve = serve()) {
            assertThat(send(1)).isEqualTo(401);
            assertThat(send(2)).isEqualTo(200);
            serve.kill();
        }
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("0000000001-webhook.json", "0000000002-webhook.json");
    }

    private TributaryProcess serve() {
        TributaryProcess serve = TributaryProcess.command()
                .environment(Map.of("LINE_SECRET", SECRET))
                .start(home, "serve", "--port", String.valueOf(port));
        for (int tries = 0; tries < 1_000; tries++) {
            try (Socket open = new Socket("127.0.0.1", port)) {
                assertThat(open.isConnected()).isTrue();
                return serve;
            } catch (IOException notYet) {
                TributaryProcess.sleep(100);
            }
        }
        throw new AssertionError(serve.err());
    }

    private void sendUntilItIsGone(AtomicInteger numbers) {
        try {
            while (true) {
                int number = numbers.incrementAndGet();
                if (send(number) == 200) {
                    acknowledged.add(number);
                }
            }
        } catch (IOException gone) {
            // what was under way got no yes
        }
    }

    private int send(int number) throws IOException {
        String body = "{\"destination\":\"Uacme\",\"events\":[{\"type\":\"message\",\"webhookEventId\":\"01H" + number
                + "\",\"timestamp\":1780000000000,\"source\":{\"type\":\"user\",\"userId\":\"Uanna\"},\"message\":{\"id\":\""
                + number + "\",\"type\":\"text\",\"text\":\"Is the tent back?\"}}]}";
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/inbox/line-inbox"))
                                    .header("X-Line-Signature", signature(body))
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
