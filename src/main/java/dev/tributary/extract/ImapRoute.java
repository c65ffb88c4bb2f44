package dev.tributary.extract;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Lands the new mails of each folder, batch after batch, the oldest first. */
@Component
class ImapRoute extends RouteBuilder {

    private final Mails mails;

    ImapRoute(Mails mails) {
        this.mails = mails;
    }

    @Override
    public void configure() {
        from("direct:extract-imap")
                .routeId("extract-imap")
                .removeHeaders("Camel*")
                .setProperty(SourceFailures.RUN, body())
                .bean(mails, "walk")
                .loopDoWhile(ImapRoute::unfinished)
                .removeHeaders("CamelRedeliver*") // each batch has its own retries
                .bean(mails, "request")
                .bean(mails, "fetch")
                .bean(mails, "land");
    }

    /** After a failure the message still holds what the failing step was given, and the walk is over. */
    private static boolean unfinished(Exchange exchange) {
        return exchange.getMessage().getBody() instanceof MailWalk walk && walk.unfinished();
    }
}
