package dev.tributary.inbox;

import dev.tributary.landing.LandingFailed;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** A request that proves nothing is refused; one that could not be landed is to be sent again, and the operator hears why. */
@Component
@ConditionalOnWebApplication
class ReceiveFailures extends RouteConfigurationBuilder {

    static final String ID = "receive";

    private static final Logger LOG = LoggerFactory.getLogger(ReceiveFailures.class);

    @Override
    public void configuration() {
        RouteConfigurationDefinition receive = routeConfiguration(ID);
        receive.onException(Refused.class).handled(true).process(ReceiveFailures::refused);
        receive.onException(Exception.class).handled(true).process(ReceiveFailures::notLanded);
    }

    private static void refused(Exchange exchange) {
        exchange.getMessage().setBody(Reply.problem(Reply.Outcome.REFUSED));
    }

    /** The message of a failure may quote what was sent; that of the landing folder does not. */
    private static void notLanded(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        StackTraceElement[] trace = failure.getStackTrace();
        LOG.error(
                "A delivery could not be landed ({} at {}): {}",
                failure.getClass().getSimpleName(),
                trace.length == 0 ? "an unknown place" : trace[0],
                failure instanceof LandingFailed told
                        ? told.getMessage()
                        : "is the database up, and the disk not full?");
        exchange.getMessage().setBody(Reply.problem(Reply.Outcome.NOT_LANDED));
    }
}
