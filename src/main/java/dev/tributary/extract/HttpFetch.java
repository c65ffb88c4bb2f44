package dev.tributary.extract;

import dev.tributary.definition.HttpExtract;
import dev.tributary.run.FailureCode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.springframework.stereotype.Component;

/** Sends one request. Redirects are never followed: they would carry the credentials to wherever somebody points. */
@Component
class HttpFetch {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int OK = 200;

    // HTTP/1.1 tells a body that was cut short by its Content-Length; pages come one after the other anyway
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final long largestAnswer;

    HttpFetch(ExtractSettings settings) {
        this.largestAnswer = settings.largestAnswer().toBytes();
    }

    /** @throws SourceFailed where there is no whole answer, the source asks to wait, or the budget is used up */
    public Answer fetch(PageRequest request) {
        PageWalk walk = request.walk();
        if (!walk.run().request(walk.http().budget())) {
            throw new SourceFailed(FailureCode.BUDGET_USED_UP, walk.budgetMessage());
        }
        HttpResponse<byte[]> response = send(request);
        int status = response.statusCode();
        if (status == 429) {
            throw passing(FailureCode.RATE_LIMITED, walk, "asks to slow down (429)", response.headers());
        }
        if (status == 408 || status == 425 || status >= 500) {
            throw passing(FailureCode.UNREACHABLE, walk, "answers " + status, response.headers());
        }
        return new Answer(walk, request.address(), status, response.headers(), response.body());
    }

    private HttpResponse<byte[]> send(PageRequest request) {
        PageWalk walk = request.walk();
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                http(request),
                head -> head.statusCode() == OK
                        ? new BoundedBody(largestAnswer)
                        : BodySubscribers.replacing(new byte[0]));
        HttpExtract http = walk.http();
        try {
            return answer.get(http.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw unreachable(
                    walk, "does not answer in full within " + http.timeout().toSeconds() + " s");
        } catch (ExecutionException failed) {
            throw broken(walk, failed.getCause());
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new SourceFailed(FailureCode.UNEXPECTED, "The run was stopped while it waited for " + walk.where());
        }
    }

    private static HttpRequest http(PageRequest request) {
        HttpRequest.Builder http = HttpRequest.newBuilder(request.address()).GET();
        request.headers().forEach(http::setHeader);
        return http.build();
    }

    private SourceFailed broken(PageWalk walk, Throwable cause) {
        if (cause instanceof BoundedBody.TooLarge) {
            return new SourceFailed(
                    FailureCode.UNEXPECTED_ANSWER,
                    walk.where() + " answers with more than " + largestAnswer
                            + " bytes; ask for smaller pages, or raise tributary.extract.largest-answer.");
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return unreachable(walk, "cannot be connected to within " + CONNECT.toSeconds() + " s");
        }
        if (cause instanceof ConnectException) {
            return unreachable(walk, "takes no connection, or its host is not known");
        }
        if (cause instanceof SSLException) {
            return unreachable(walk, "has a certificate that is not trusted, or speaks no TLS");
        }
        return cause instanceof IOException
                ? unreachable(walk, "breaks off its answer")
                : new SourceFailed(
                        FailureCode.UNEXPECTED,
                        "Asking " + walk.where() + " ended by "
                                + cause.getClass().getSimpleName() + "; please report it as a bug.");
    }

    private static SourceFailed unreachable(PageWalk walk, String what) {
        return new SourceFailed(FailureCode.UNREACHABLE, walk.where() + " " + what + "; the next run asks again.");
    }

    private static SourceFailed passing(FailureCode code, PageWalk walk, String what, HttpHeaders headers) {
        Duration wait = RetryAfter.of(headers, Instant.now()).orElse(null);
        String until = wait == null ? "" : " and to wait " + wait.toSeconds() + " s";
        return new SourceFailed(code, walk.where() + " " + what + until + "; the next run asks again.", wait);
    }
}
