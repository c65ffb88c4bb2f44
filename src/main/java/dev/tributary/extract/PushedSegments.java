package dev.tributary.extract;

import dev.tributary.landing.Landing;
import org.springframework.stereotype.Component;

/** The segments that have landed outside of any run. */
@Component
class PushedSegments {

    private final Landing landing;

    PushedSegments(Landing landing) {
        this.landing = landing;
    }

    /** Makes them the run's. */
    public void adopt(SourceRun run) {
        run.landed(landing.adopt(run.name(), run.runId()));
    }
}
