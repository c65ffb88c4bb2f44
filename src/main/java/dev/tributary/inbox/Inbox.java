package dev.tributary.inbox;

import dev.tributary.landing.Receiving;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Where platforms push what they have for us. It is open while the web server is. */
@Component
@ConditionalOnWebApplication
public class Inbox {

    private static final Duration TIDY_EVERY = Duration.ofHours(1);

    private final Protocols protocols;
    private final ProducerTemplate camel;
    private final Receiving landing;
    private final Duration remember;
    private final Clock clock;
    private final AtomicReference<Instant> tidied = new AtomicReference<>(Instant.EPOCH);

    Inbox(Protocols protocols, ProducerTemplate camel, Receiving landing, InboxSettings settings, Clock clock) {
        this.protocols = protocols;
        this.camel = camel;
        this.landing = landing;
        this.remember = settings.remember();
        this.clock = clock;
    }

    /** The sources that have an address here, by name. */
    public List<String> sources() {
        return List.copyOf(protocols.sources());
    }

    /** The path of a source's address. */
    public static String path(String source) {
        return "/inbox/" + source;
    }

    Reply receive(Push push) {
        tidy();
        try {
            return camel.requestBody(ReceiveRoute.RECEIVE, push, Reply.class);
        } catch (CamelExecutionException stopping) {
            return Reply.problem(Reply.Outcome.NOT_LANDED);
        }
    }

    /** A request whose signed time is long over is refused for that; its delivery need not be remembered. */
    private void tidy() {
        Instant last = tidied.get();
        Instant now = clock.instant();
        if (now.isAfter(last.plus(TIDY_EVERY)) && tidied.compareAndSet(last, now)) {
            List<String> timed = protocols.sources().stream()
                    .filter(source -> protocols.of(source).orElseThrow().signsTheTime())
                    .toList();
            landing.forget(timed, now.minus(remember));
        }
    }
}
