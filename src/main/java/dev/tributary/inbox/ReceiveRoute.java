package dev.tributary.inbox;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** What becomes of a request: it proves where it comes from, it lands unless it is known, and it is answered. */
@Component
@ConditionalOnWebApplication
class ReceiveRoute extends RouteBuilder {

    static final String RECEIVE = "direct:receive";

    private final Protocols protocols;
    private final Arrivals arrivals;

    ReceiveRoute(Protocols protocols, Arrivals arrivals) {
        this.protocols = protocols;
        this.arrivals = arrivals;
    }

    @Override
    public void configure() {
        from(RECEIVE)
                .routeId("receive")
                .routeConfigurationId(ReceiveFailures.ID)
                .bean(protocols, "verify")
                .bean(arrivals, "take");
    }
}
