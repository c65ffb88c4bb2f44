package dev.tributary.extract;

import dev.tributary.definition.Extract;
import dev.tributary.definition.FeedExtract;
import dev.tributary.definition.HttpExtract;
import dev.tributary.definition.ImapExtract;
import dev.tributary.definition.WebhookExtract;
import dev.tributary.landing.Landing;
import dev.tributary.landing.Span;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says which span of time a run asks a source for that is asked for what is new. */
@Component
class Askings {

    private final Landing landing;

    Askings(Landing landing) {
        this.landing = landing;
    }

    /** One span until now; none for what pushes to us, which is never asked. */
    List<Asking> of(SourceRun run) {
        Extract extract = run.source().extract();
        if (extract instanceof WebhookExtract) {
            return List.of();
        }
        Instant from = landing.askedUntil(run.name()).orElseGet(() -> first(run, extract));
        Instant before = run.begun().minusSeconds(1); // another node's clock may be ahead of ours
        return List.of(new Asking(new Span(from.isBefore(before) ? from : before, run.begun()), tally(extract)));
    }

    static @Nullable Tally tally(Extract extract) {
        return extract instanceof HttpExtract http && http.expect() != null ? new Tally(http.expect()) : null;
    }

    /** Of a source that was never asked: as far back as it is asked then, or this day where nobody knows. */
    private Instant first(SourceRun run, Extract extract) {
        Instant today = run.begun().truncatedTo(ChronoUnit.DAYS);
        boolean readBefore = landing.cursor(run.name()).isPresent();
        boolean inParts = extract instanceof FeedExtract || Reach.of(extract) == Reach.WINDOWS;
        if (readBefore || inParts) {
            return today;
        }
        return extract instanceof ImapExtract imap && imap.lookback() != null
                ? today.atOffset(ZoneOffset.UTC).minus(imap.lookback()).toInstant()
                : Instant.EPOCH;
    }
}
