package dev.tributary.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a {@code tributary serve} of this machine whether it is ready, as a container's health check does. */
final class Probe {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String READINESS = "/actuator/health/readiness";
    private static final int OK = 200;

    private final URI readiness;

    /**
     * @param address where the server listens; one that stands for all of them is asked at the loopback
     * @throws UnknownHostException where there is no such address
     */
    Probe(String address, int port) throws UnknownHostException {
        InetAddress listening = InetAddress.getByName(address);
        InetAddress asked = listening.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : listening;
        String host = asked.getHostAddress();
        readiness = URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + READINESS);
    }

    /** Whether it answers within five seconds that it is ready. */
    boolean isReady() {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(Redirect.NEVER)
                .build();
        HttpRequest question =
                HttpRequest.newBuilder(readiness).timeout(PATIENCE).build();
        try {
            return client.send(question, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException nobody) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
