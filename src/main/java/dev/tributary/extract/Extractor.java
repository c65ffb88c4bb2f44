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
        try (SourceRun run = new SourceRun(source, runId)) {
            camel.requestBody("direct:extract-" + source.extract().kind(), run);
            return run.result();
        } catch (CamelExecutionException ours) {
            throw ours.getCause() instanceof RuntimeException cause ? cause : ours;
        }
    }
}
