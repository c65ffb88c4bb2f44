package dev.tributary.inbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where platforms push what they have for us. It is open while the web server is. */
@Component
@ConditionalOnWebApplication
public class Inbox {

    private final Protocols protocols;
    private final ProducerTemplate camel;
    private final OldDeliveries old;
    private final Duration patience;
    private final CountDownLatch open = new CountDownLatch(1);

    Inbox(Protocols protocols, ProducerTemplate camel, OldDeliveries old, InboxSettings settings) {
        this.protocols = protocols;
        this.camel = camel;
        this.old = old;
        this.patience = settings.longestRequest();
    }

    /** The sources that have an address here, by name. */
    public List<String> sources() {
        return List.copyOf(protocols.sources());
    }

    /** The path of a source's address. */
    public static String path(String source) {
        return "/inbox/" + source;
    }

    /** The web server listens a moment before the routes do: who is quick waits for them. */
    @EventListener(ApplicationReadyEvent.class)
    void open() {
        open.countDown();
    }

    Reply receive(Push push) {
        try {
            Reply reply = open.await(patience.toMillis(), TimeUnit.MILLISECONDS)
                    ? camel.requestBody(ReceiveRoute.RECEIVE, push, Reply.class)
                    : Reply.problem(Reply.Outcome.NOT_LANDED);
            if (reply.outcome() == Reply.Outcome.LANDED) {
                old.forget();
            }
            return reply;
        } catch (CamelExecutionException | InterruptedException stopping) {
            return Reply.problem(Reply.Outcome.NOT_LANDED);
        }
    }
}
