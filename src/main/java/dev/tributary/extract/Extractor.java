package dev.tributary.extract;

import dev.tributary.definition.SourceDefinition;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Brings what is new at a source into landing segments. */
@Component
public class Extractor {

    private final ProducerTemplate camel;

    Extractor(ProducerTemplate camel) {
        this.camel = camel;
    }

    /**
     * Lands what the source has. A failure of the source is in the result, and what was landed before it stays.
     *
     * @throws dev.tributary.landing.LandingFailed where the landing folder cannot be written
     * @throws RuntimeException where the database fails
     */
    public ExtractResult extract(SourceDefinition source, long runId) {
        return extract(new SourceRun(source, runId));
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
