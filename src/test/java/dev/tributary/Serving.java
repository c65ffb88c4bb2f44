package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code tributary serve} at work, in this process, until it is closed. */
public final class Serving implements AutoCloseable {

    private static final long PATIENCE = 300;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
    private final ConfigurableApplicationContext application;
    private final CompletableFuture<Ended> ended;

    private Serving(ConfigurableApplicationContext application, CompletableFuture<Ended> ended) {
        this.application = application;
        this.ended = ended;
    }

    static Serving started(CommandLineRun commands) {
        CompletableFuture<ConfigurableApplicationContext> started = new CompletableFuture<>();
        CompletableFuture<Ended> ended = new CompletableFuture<>();
        Thread serve = new Thread(() -> {
            ended.complete(commands.tributary(started::complete, "serve", "--port", "0"));
            started.completeExceptionally(new AssertionError(ended.join().err()));
        });
        serve.setDaemon(true);
        serve.start();
        try {
            return new Serving(started.get(PATIENCE, TimeUnit.SECONDS), ended);
        } catch (Exception notStarted) {
            throw new AssertionError(notStarted);
        }
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port") + path);
    }

    /** A bean of the application that serves. */
    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /** One of several of a type. */
    <T> T bean(String name, Class<T> type) {
        return application.getBean(name, type);
    }

    HttpResponse<String> post(String source, Pushed push) {
        HttpRequest.Builder request = request(source, push.query()).POST(BodyPublishers.ofByteArray(push.body()));
        push.headers().forEach(request::header);
        return send(request);
    }

    HttpResponse<String> get(String source, String query) {
        return send(request(source, query));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private HttpRequest.Builder request(String source, String query) {
        return HttpRequest.newBuilder(at("/inbox/" + source + (query.isEmpty() ? "" : "?" + query)));
    }

    /** Stops it as SIGTERM does, and gives what it ended with. */
    Ended stopped() {
        application.close();
        return ended.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        assertThat(stopped().exitCode()).isZero();
    }
}
