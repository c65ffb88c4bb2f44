package dev.tributary.extract;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Takes in what the platform has pushed since the last run. What comes while it does waits for the next. */
@Component
class WebhookRoute extends RouteBuilder {

    private final PushedSegments pushed;

    WebhookRoute(PushedSegments pushed) {
        this.pushed = pushed;
    }

    @Override
    public void configure() {
        from("direct:extract-webhook")
                .routeId("extract-webhook")
                .removeHeaders("Camel*")
                .setProperty(SourceFailures.RUN, body())
                .bean(pushed, "adopt");
    }
}
