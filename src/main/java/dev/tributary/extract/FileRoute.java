package dev.tributary.extract;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Lands every file that matches. A file that cannot be read holds up no other. */
@Component
class FileRoute extends RouteBuilder {

    private final MatchingFiles files;
    private final FileArrivals arrivals;

    FileRoute(MatchingFiles files, FileArrivals arrivals) {
        this.files = files;
        this.arrivals = arrivals;
    }

    @Override
    public void configure() {
        from("direct:extract-file")
                .routeId("extract-file")
                .removeHeaders("Camel*")
                .setProperty(SourceFailures.RUN, body())
                .split(method(files, "of"))
                .streaming()
                .bean(arrivals, "land");
    }
}
