package dev.tributary.extract;

import dev.tributary.definition.SourceDefinition;
import dev.tributary.definition.WebhookExtract;
import dev.tributary.landing.Landing;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Brings what is new at a source into landing segments. */
@Component
public class Extractor {

    private final ProducerTemplate camel;

    private final Landing landing;

    Extractor(ProducerTemplate camel, Landing landing) {
        this.camel = camel;
        this.landing = landing;
    }

    /**
     * Lands what the source has, and takes in what of it landed since the last run. A failure of the source is in the result, and
     * what was landed before it stays. Whoever asks is the only one who reads the source: see {@link
     * dev.tributary.run.SourceLock}.
     *
     * @return the segments of the source that are the run's
     * @throws dev.tributary.landing.LandingFailed where the landing folder cannot be written
     * @throws RuntimeException where the database fails
     */
    public ExtractResult extract(SourceDefinition source, long runId) {
        SourceRun run = new SourceRun(source, runId);
        run.landed(landing.adopt(source.source(), runId));
        return source.extract() instanceof WebhookExtract ? run.result() : extract(run);
    }

    /**
     * Lands what the source has, for the next run to take in. The same holds for it, but that the result has the segments that
     * landed now.
     *
     * @throws dev.tributary.landing.LandingFailed where the landing folder cannot be written
     * @throws RuntimeException where the database fails
     */
    public ExtractResult poll(SourceDefinition source) {
        return extract(new SourceRun(source, null));
    }

    /** @param run closed when it has ended */
    ExtractResult extract(SourceRun run) {
        try (run) {
            camel.requestBody("direct:extract-" + run.source().extract().kind(), run);
            return run.result();
        } catch (CamelExecutionException ours) {
            throw ours.getCause() instanceof RuntimeException cause ? cause : ours;
        }
    }
}
