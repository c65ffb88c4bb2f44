package dev.tributary.pipeline;

import dev.tributary.run.RunLedger;
import dev.tributary.run.RunState;
import dev.tributary.run.SyncRun;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Goes on with a run whose process died, or that was stopped with its server. Each server looks every {@link #INTERVAL} whether a run
 * is to go on and nobody holds its lock; the database gives the lock back when it hears that a process is gone, and to one server
 * only.
 */
@Component
@ConditionalOnWebApplication
class TakeOver implements SmartLifecycle, ApplicationListener<ApplicationReadyEvent> {

    static final Duration INTERVAL = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(TakeOver.class);

    private final Sync sync;
    private final RunLedger ledger;
    private final UnderWay underWay;
    private @Nullable ScheduledExecutorService looking;

    TakeOver(Sync sync, RunLedger ledger, UnderWay underWay) {
        this.sync = sync;
        this.ledger = ledger;
        this.underWay = underWay;
    }

    private void look() {
        try {
            ledger.unfinished().stream().filter(this::isNewest).findFirst().ifPresent(this::takeOver);
        } catch (RuntimeException unreachable) {
            LOG.debug("The database cannot be asked for runs; asked again in {} s", INTERVAL.toSeconds());
        }
    }

    /** A run that was given up for a later attempt stays as it is. */
    private boolean isNewest(SyncRun run) {
        return !underWay.isOn(run.id())
                && ledger.latest(run.job(), run.businessDate()).map(SyncRun::id).equals(Optional.of(run.id()));
    }

    private void takeOver(SyncRun run) {
        SyncResult result = sync.recover(
                run.id(),
                taken -> LOG.warn("Run {} was left by a process that ended; this one goes on with it", run.id()));
        if (result instanceof SyncResult.Ran ran && ran.run().state() != RunState.RUNNING) {
            LOG.info("Run {} that was taken over: {}", run.id(), ran.run().state());
        }
    }

    /** Not before the routes are there, which a run needs. */
    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        start();
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(look -> {
            Thread thread = new Thread(look, "take-over");
            thread.setDaemon(true);
            return thread;
        });
        executor.scheduleWithFixedDelay(this::look, INTERVAL.toSeconds(), INTERVAL.toSeconds(), TimeUnit.SECONDS);
        looking = executor;
    }

    @Override
    public synchronized void stop() {
        if (looking != null) {
            looking.shutdown();
            looking = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return looking != null;
    }
}
