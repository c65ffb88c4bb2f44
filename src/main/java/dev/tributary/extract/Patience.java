package dev.tributary.extract;

import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/** Whether a request is worth sending again. */
final class Patience implements Predicate {

    private final Duration longestWait;

    Patience(Duration longestWait) {
        this.longestWait = longestWait;
    }

    @Override
    public boolean matches(Exchange exchange) {
        SourceFailed failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, SourceFailed.class);
        return failure.mayPass()
                && exchange.getIn().getBody() instanceof Attempt attempt
                && failures(exchange) <= attempt.retries()
                && (failure.requestedWait() == null || failure.requestedWait().compareTo(longestWait) <= 0);
    }

    /** How often this request has failed by now. */
    private static int failures(Exchange exchange) {
        return exchange.getIn().getHeader(Exchange.REDELIVERY_COUNTER, 0, Integer.class);
    }
}
