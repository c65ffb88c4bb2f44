package dev.tributary.notice;

import dev.tributary.run.RunEnded;
import dev.tributary.store.RealDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells how a run went as soon as it has ended; a rehearsal is nobody's business. Whatever goes wrong here, the run is as it is. */
@Component
@ConditionalOnProperty(name = RealDatabase.REHEARSAL, havingValue = "false", matchIfMissing = true)
class AfterRuns {

    private static final Logger LOG = LoggerFactory.getLogger(AfterRuns.class);

    private final Notices notices;
    private final Dispatch dispatch;

    AfterRuns(Notices notices, Dispatch dispatch) {
        this.notices = notices;
        this.dispatch = dispatch;
    }

    @EventListener
    void tell(RunEnded ended) {
        try {
            notices.write();
            dispatch.sendWhatWaits();
        } catch (RuntimeException failure) {
            LOG.error(
                    "How run {} ended cannot be told now: {}",
                    ended.run().id(),
                    failure.getClass().getName());
        }
    }
}
