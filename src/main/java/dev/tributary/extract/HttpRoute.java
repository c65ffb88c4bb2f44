package dev.tributary.extract;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Lands page after page until the source names no next one. */
@Component
class HttpRoute extends RouteBuilder {

    private final Pages pages;
    private final PageFetch fetch;

    HttpRoute(Pages pages, PageFetch fetch) {
        this.pages = pages;
        this.fetch = fetch;
    }

    @Override
    public void configure() {
        from("direct:extract-http")
                .routeId("extract-http")
                .removeHeaders("Camel*")
                .setProperty(SourceFailures.RUN, body())
                .bean(pages, "walk")
                .loopDoWhile(HttpRoute::unfinished)
                .removeHeaders("CamelRedeliver*") // each page has its own retries
                .bean(pages, "request")
                .bean(fetch, "fetch")
                .bean(pages, "land");
    }

    /** After a failure the message still holds what the failing step was given, and the walk is over. */
    private static boolean unfinished(Exchange exchange) {
        return exchange.getMessage().getBody() instanceof PageWalk walk
                && walk.unfinished()
                && walk.run().isOpen();
    }
}
