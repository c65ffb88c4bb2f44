package dev.tributary.extract;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.tributary.landing.Segment;
import dev.tributary.landing.Segments;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** An API on this machine, which remembers what it was asked. */
final class WebApi extends WireMockServer {

    WebApi() {
        super(options().dynamicPort());
        start();
    }

    /** One answer after the other; the last one for ever. */
    void answers(Supplier<MappingBuilder> asked, ResponseDefinitionBuilder... all) {
        if (all.length == 1) {
            stubFor(asked.get().willReturn(all[0]));
            return;
        }
        String name = asked.get().build().getRequest().toString();
        for (int i = 0; i < all.length; i++) {
            stubFor(asked.get()
                    .inScenario(name)
                    .whenScenarioStateIs(i == 0 ? STARTED : String.valueOf(i))
                    .willSetStateTo(String.valueOf(Math.min(i + 1, all.length - 1)))
                    .willReturn(all[i]));
        }
    }

    /** What was asked, the first request first. */
    List<LoggedRequest> requests() {
        return getAllServeEvents().stream()
                .map(event -> event.getRequest())
                .sorted(Comparator.comparing(LoggedRequest::getLoggedDate))
                .toList();
    }

    /** What was asked at one path, the first request first. */
    List<LoggedRequest> requests(String path) {
        return requests().stream()
                .filter(request -> request.getUrl().split("\\?")[0].equals(path))
                .toList();
    }

    static List<String> landed(Segments segments, String source) {
        return segments.pending(List.of(source), 2).stream()
                .map(WebApi::content)
                .toList();
    }

    private static String content(Segment segment) {
        try {
            return Files.readString(segment.file());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
