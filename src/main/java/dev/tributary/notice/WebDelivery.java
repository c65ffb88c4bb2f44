package dev.tributary.notice;

import dev.tributary.definition.Notify;
import dev.tributary.extract.Placeholders;
import dev.tributary.extract.SourceFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Posts a notice to a webhook, and calls a service that watches for silence. Redirects are not followed. */
@Component
class WebDelivery implements Delivery {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Placeholders placeholders;
    private final JsonMapper json;

    WebDelivery(Placeholders placeholders, JsonMapper json) {
        this.placeholders = placeholders;
        this.json = json;
    }

    @Override
    public boolean leadsTo(Target target) {
        return target == Target.WEBHOOK || target == Target.HEARTBEAT;
    }

    @Override
    public void send(Notice notice, Notify notify) {
        if (notice.target() == Target.WEBHOOK && notify.webhook() != null) {
            post(notice, notify.webhook().url());
        } else if (notice.target() == Target.HEARTBEAT && notify.heartbeat() != null) {
            ask(request(notify.heartbeat()).GET().build());
        } else {
            throw new Undelivered("the job names no such address any more");
        }
    }

    private void post(Notice notice, String url) {
        Map<String, String> body = Map.of("text", "*" + escaped(notice.title()) + "*\n" + escaped(notice.words()));
        ask(request(url)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Idempotency-Key", notice.messageId())
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build());
    }

    /** The three characters that mean more than themselves in a text of Slack. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private HttpRequest.Builder request(String url) {
        try {
            return HttpRequest.newBuilder(URI.create(placeholders.fill(url))).timeout(PATIENCE);
        } catch (SourceFailed unset) {
            throw new Undelivered(String.valueOf(unset.getMessage()));
        } catch (IllegalArgumentException wrong) {
            throw new Undelivered("what " + url + " stands for is no address of the web");
        }
    }

    private void ask(HttpRequest request) {
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status < 200 || status > 299) {
                throw new Undelivered("its address answers " + status);
            }
        } catch (IOException unreachable) {
            throw new Undelivered(
                    "its address does not answer (" + unreachable.getClass().getSimpleName() + ")");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Undelivered("the program is being stopped");
        }
    }
}
