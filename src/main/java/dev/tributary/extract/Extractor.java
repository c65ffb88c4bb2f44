package dev.tributary.extract;

import dev.tributary.definition.SourceDefinition;
import dev.tributary.definition.WebhookExtract;
import dev.tributary.landing.Landing;
import dev.tributary.landing.Span;
import dev.tributary.run.FailureCode;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Brings what is new at a source, or what is missing of its past, into landing segments, and notes what it was asked for. */
@Component
public class Extractor {

    private final ProducerTemplate camel;
    private final Askings askings;
    private final Landing landing;

    Extractor(ProducerTemplate camel, Askings askings, Landing landing) {
        this.camel = camel;
        this.askings = askings;
        this.landing = landing;
    }

    /**
     * Lands what the source has, and takes in what of it landed since the last run. A failure of the source is in the result, and
     * what was landed before it stays. Whoever asks is the only one who reads the source: see {@link
     * dev.tributary.run.SourceLock}.
     *
     * @return the segments that landed, now or since the last run; of what is pushed to us all that are the run's, for a run that was
     *     killed in between has taken in some before
     * @throws dev.tributary.landing.LandingFailed where the landing folder cannot be written
     * @throws RuntimeException where the database fails
     */
    public ExtractResult extract(SourceDefinition source, long runId) {
        SourceRun run = new SourceRun(source, runId);
        int adopted = landing.adopt(source.source(), runId);
        if (source.extract() instanceof WebhookExtract) {
            run.landed(landing.segments(source.source(), runId));
            return run.result();
        }
        run.landed(adopted);
        return extract(run);
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

    /**
     * Lands what the source has of these spans, and leaves its cursor where it is. A source that knows no time is asked for all that
     * it has.
     *
     * @param past in the order in which they are asked for
     * @throws IllegalArgumentException where the source cannot be asked for its past
     * @throws dev.tributary.landing.LandingFailed where the landing folder cannot be written
     * @throws RuntimeException where the database fails
     */
    public ExtractResult fill(SourceDefinition source, long runId, List<Span> past) {
        Reach reach = Reach.of(source.extract());
        if (!reach.canFill()) {
            throw new IllegalArgumentException(source.source() + " cannot be asked for its past");
        }
        return reach == Reach.ALL ? extract(source, runId) : walk(SourceRun.ofThePast(source, runId, past));
    }

    /** @param run closed when it has ended */
    ExtractResult extract(SourceRun run) {
        run.asks(askings.of(run));
        return walk(run);
    }

    private ExtractResult walk(SourceRun run) {
        try (run) {
            camel.requestBody("direct:extract-" + run.source().extract().kind(), run);
            note(run);
            return run.result();
        } catch (CamelExecutionException ours) {
            throw ours.getCause() instanceof RuntimeException cause ? cause : ours;
        }
    }

    /** After all that came has landed, so that nothing is claimed that has not. */
    private void note(SourceRun run) {
        FailureCode failure = run.failure();
        run.askings().forEach(it -> landing.note(failure == null ? it.ended(run) : it.brokenOff(run, failure), null));
    }
}
