package dev.tributary.extract;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Lands every file of another server that matches and is new. A file that cannot be fetched holds up no other. */
@Component
class SftpRoute extends RouteBuilder {

    private final RemoteFiles files;
    private final RemoteArrivals arrivals;

    SftpRoute(RemoteFiles files, RemoteArrivals arrivals) {
        this.files = files;
        this.arrivals = arrivals;
    }

    @Override
    public void configure() {
        from("direct:extract-sftp")
                .routeId("extract-sftp")
                .removeHeaders("Camel*")
                .setProperty(SourceFailures.RUN, body())
                .split(method(files, "of"))
                .streaming()
                .bean(arrivals, "land");
    }
}
