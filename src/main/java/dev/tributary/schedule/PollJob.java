package dev.tributary.schedule;

import dev.tributary.definition.Definitions;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.extract.ExtractResult;
import dev.tributary.extract.Extractor;
import dev.tributary.run.LogContext;
import dev.tributary.run.SourceLock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lands what a source has, for the next run to take in. Where a run reads the source just now, there is nothing left to do. */
@DisallowConcurrentExecution
class PollJob implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(PollJob.class);

    private final Extractor extractor;
    private final SourceLock lock;
    private final Definitions definitions;

    PollJob(Extractor extractor, SourceLock lock, Definitions definitions) {
        this.extractor = extractor;
        this.lock = lock;
        this.definitions = definitions;
    }

    @Override
    public void execute(JobExecutionContext firing) {
        poll(definitions.source(firing.getJobDetail().getKey().getName()));
    }

    private void poll(SourceDefinition source) {
        Optional<SourceLock.Held> free = lock.tryAcquire(source.source(), Duration.ZERO);
        if (free.isEmpty()) {
            return;
        }
        SourceLock.Held mine = free.get();
        LogContext.source(source.source());
        try (mine) {
            ExtractResult result = extractor.poll(source);
            if (result.code() == null) {
                LOG.info("{}: {} new segments between the nights", source.source(), result.segments());
            } else {
                LOG.warn("{}: {} {}", source.source(), result.code(), result.message());
            }
        } catch (RejectedExecutionException stopping) {
            LOG.debug("{} is polled again when a server is up", source.source());
        } finally {
            LogContext.source(null);
        }
    }
}
