package dev.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tributary.CommandLineRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever watches a server asks it by {@code tributary serve --probe}. */
class ProbeTest {

    @TempDir
    private Path home;

    private HttpServer server;
    private int port;
    private int status = 200;

    @BeforeEach
    void aServerThatTellsHowItIs() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        port = server.getAddress().getPort();
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void isContentWhereTheServerIsReady() {
        CommandLineRun.Ended ended = probe();
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).isEqualToNormalizingNewlines("Ready.\n");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void isNotWhereItIsUpAndNotReady() {
        status = 503;
        assertThat(probe().exitCode()).isEqualTo(1);
    }

    @Test
    void isNotWhereItSendsElsewhere() {
        status = 302;
        assertThat(probe().exitCode()).isEqualTo(1);
    }

    @Test
    void saysWhereNobodyAnswers() {
        server.stop(0);
        CommandLineRun.Ended ended = probe();
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).isEqualToNormalizingNewlines("Nobody is ready at 0.0.0.0 port " + port + ".\n");
    }

    private CommandLineRun.Ended probe() {
        return CommandLineRun.in(home)
                .tributary("serve", "--probe", "--address", "0.0.0.0", "--port", String.valueOf(port));
    }
}
