package dev.tributary.extract;

import dev.tributary.run.FailureCode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntPredicate;
import javax.net.ssl.SSLException;
import org.springframework.stereotype.Component;

/** Sends one request. Redirects are never followed: they would carry the credentials to wherever somebody points. */
@Component
class HttpExchange {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    // HTTP/1.1 tells a body that was cut short by its Content-Length; pages come one after the other anyway
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final long largestAnswer;

    HttpExchange(ExtractSettings settings) {
        this.largestAnswer = settings.largestAnswer().toBytes();
    }

    /**
     * @param where the address as the definition writes it, for messages
     * @param timeout for the whole answer
     * @param wanted the statuses of which the body is taken in
     * @throws SourceFailed where there is no whole answer, or the other side asks to wait
     */
    Answer send(HttpRequest request, String where, Duration timeout, IntPredicate wanted) {
        HttpResponse<byte[]> response = await(client.sendAsync(request, bodies(wanted)), where, timeout);
        int status = response.statusCode();
        if (status == 429) {
            throw passing(FailureCode.RATE_LIMITED, where, "asks to slow down (429)", response.headers());
        }
        if (status == 408 || status == 425 || status >= 500) {
            throw passing(FailureCode.UNREACHABLE, where, "answers " + status, response.headers());
        }
        try {
            return new Answer(status, response.headers(), expanded(response, where));
        } catch (IOException broken) {
            throw broken(where, broken);
        }
    }

    /** A failure that may pass, with the wait that the answer asks for. */
    static SourceFailed passing(FailureCode code, String where, String what, HttpHeaders headers) {
        Duration wait = RetryAfter.of(headers, Instant.now()).orElse(null);
        String until = wait == null ? "" : " and to wait " + wait.toSeconds() + " s";
        return new SourceFailed(code, where + " " + what + until + "; the next run asks again.", wait);
    }

    private BodyHandler<byte[]> bodies(IntPredicate wanted) {
        return head -> wanted.test(head.statusCode())
                ? new BoundedBody(largestAnswer)
                : BodySubscribers.replacing(new byte[0]);
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer, String where, Duration timeout) {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw unreachable(where, "does not answer in full within " + timeout.toSeconds() + " s");
        } catch (ExecutionException failed) {
            throw broken(where, failed.getCause());
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new SourceFailed(FailureCode.UNEXPECTED, "The run was stopped while it waited for " + where);
        }
    }

    private byte[] expanded(HttpResponse<byte[]> response, String where) throws IOException {
        String encoding =
                response.headers().firstValue("Content-Encoding").orElse("").strip();
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> Gzip.expanded(response.body(), largestAnswer);
            case "br", "compress", "deflate", "zstd" ->
                throw new SourceFailed(
                        FailureCode.UNEXPECTED_ANSWER,
                        where + " compresses its answer in a way that was not asked for (" + ShortCode.of(encoding)
                                + "); it has to heed Accept-Encoding.");
            default -> response.body(); // some servers name a charset here
        };
    }

    private SourceFailed broken(String where, Throwable cause) {
        if (cause instanceof BoundedBody.TooLarge) {
            return new SourceFailed(
                    FailureCode.UNEXPECTED_ANSWER,
                    where + " answers with more than " + largestAnswer
                            + " bytes; ask for smaller pages, or raise tributary.extract.largest-answer.");
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return unreachable(where, "cannot be connected to within " + CONNECT.toSeconds() + " s");
        }
        if (cause instanceof ConnectException) {
            return unreachable(where, "takes no connection, or its host is not known");
        }
        if (cause instanceof SSLException) {
            return unreachable(where, "has a certificate that is not trusted, or speaks no TLS");
        }
        return cause instanceof IOException
                ? unreachable(where, "breaks off its answer")
                : new SourceFailed(
                        FailureCode.UNEXPECTED,
                        "Asking " + where + " ended by " + cause.getClass().getSimpleName()
                                + "; please report it as a bug.");
    }

    private static SourceFailed unreachable(String where, String what) {
        return new SourceFailed(FailureCode.UNREACHABLE, where + " " + what + "; the next run asks again.");
    }
}
