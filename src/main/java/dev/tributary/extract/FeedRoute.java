package dev.tributary.extract;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Lands a feed where it has changed, and the pages with older entries that it names. */
@Component
class FeedRoute extends RouteBuilder {

    private final Feeds feeds;

    FeedRoute(Feeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public void configure() {
        from("direct:extract-feed")
                .routeId("extract-feed")
                .removeHeaders("Camel*")
                .setProperty(SourceFailures.RUN, body())
                .bean(feeds, "walk")
                .loopDoWhile(FeedRoute::unfinished)
                .removeHeaders("CamelRedeliver*") // each page has its own retries
                .bean(feeds, "request")
                .bean(feeds, "fetch")
                .bean(feeds, "land");
    }

    /** After a failure the message still holds what the failing step was given, and the walk is over. */
    private static boolean unfinished(Exchange exchange) {
        return exchange.getMessage().getBody() instanceof FeedWalk walk
                && walk.unfinished()
                && walk.run().isOpen();
    }
}
