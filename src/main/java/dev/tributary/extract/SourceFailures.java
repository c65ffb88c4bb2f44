package dev.tributary.extract;

import dev.tributary.landing.LandingFailed;
import dev.tributary.run.FailureCode;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What every route does when something goes wrong: what may pass is tried again, slower each time and never before the source
 * allows; any other failure of the source ends the source; a failure of ours ends the run.
 */
@Component
class SourceFailures extends RouteConfigurationBuilder {

    /** The exchange property that holds the {@link SourceRun}. */
    static final String RUN = "run";

    private static final Logger log = LoggerFactory.getLogger(SourceFailures.class);

    private final ExtractSettings settings;
    private final Patience patience;

    SourceFailures(ExtractSettings settings) {
        this.settings = settings;
        this.patience = new Patience(settings.longestWait());
    }

    @Override
    public void configuration() {
        routeConfiguration()
                .onException(SourceFailed.class)
                .onExceptionOccurred(SourceFailures::heedTheWait)
                .retryWhile(patience)
                .redeliveryDelay(settings.firstRetry().toMillis())
                .backOffMultiplier(2)
                .maximumRedeliveryDelay(settings.slowestRetry().toMillis())
                .handled(true)
                .process(exchange -> run(exchange).failed(caught(exchange, SourceFailed.class)));
        routeConfiguration()
                .onException(DataAccessException.class, TransactionException.class, LandingFailed.class)
                .logExhausted(false);
        routeConfiguration().onException(Exception.class).handled(true).process(SourceFailures::unforeseen);
    }

    /** Camel takes the pause from this header and, where there is none, doubles the last one. */
    private static void heedTheWait(Exchange exchange) {
        SourceFailed failure = caught(exchange, SourceFailed.class);
        log.warn("Source {}: {}", run(exchange).name(), failure.getMessage());
        Duration wait = failure.requestedWait();
        exchange.getIn().removeHeader(Exchange.REDELIVERY_DELAY);
        if (wait != null) {
            exchange.getIn().setHeader(Exchange.REDELIVERY_DELAY, wait.toMillis());
        }
    }

    /** The exception's message may quote what the source sent, so only its kind and its place are told. */
    private static void unforeseen(Exchange exchange) {
        Exception failure = caught(exchange, Exception.class);
        String place = failure.getStackTrace().length == 0 ? "unknown" : failure.getStackTrace()[0].toString();
        String kind = failure.getClass().getSimpleName();
        log.error("Source {} ended by {} at {}.", run(exchange).name(), kind, place);
        run(exchange)
                .failed(new SourceFailed(
                        FailureCode.UNEXPECTED,
                        "Something unforeseen happened (" + kind + " at " + place + "); please report it as a bug."));
    }

    private static SourceRun run(Exchange exchange) {
        return exchange.getProperty(RUN, SourceRun.class);
    }

    private static <T extends Exception> T caught(Exchange exchange, Class<T> kind) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, kind);
    }
}
