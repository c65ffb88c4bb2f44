package dev.tributary.inbox;

import dev.tributary.landing.Delivery;
import dev.tributary.landing.Receiving;
import dev.tributary.landing.Reception;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Lands what is genuine, once, and only then says yes. */
@Component
@ConditionalOnWebApplication
class Arrivals {

    private final Protocols protocols;
    private final Receiving landing;
    private final Clock clock;

    Arrivals(Protocols protocols, Receiving landing, Clock clock) {
        this.protocols = protocols;
        this.landing = landing;
        this.clock = clock;
    }

    /**
     * The answer to a request that has proved something.
     *
     * @throws RuntimeException where it could not be landed
     */
    public Reply take(Verdict verdict) {
        if (verdict instanceof Verdict.Greeting greeting) {
            return greeting.reply();
        }
        Verdict.Genuine genuine = (Verdict.Genuine) verdict;
        String source = genuine.push().source();
        Content content = Content.of(genuine.content());
        Delivery delivery = new Delivery(content.bytes(), content.name(), content.name(), null, null);
        return reply(protocols.of(source).orElseThrow(), landing.receive(source, delivery, genuine.imprint()));
    }

    private Reply reply(Protocol protocol, Reception reception) {
        if (!(reception instanceof Reception.Known known)) {
            return Reply.yes(protocol.thanks(), Reply.Outcome.LANDED);
        }
        return protocol.repeats().allow(known, clock.instant())
                ? Reply.yes(protocol.thanks(), Reply.Outcome.KNOWN)
                : Reply.problem(Reply.Outcome.REPLAYED);
    }
}
