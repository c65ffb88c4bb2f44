package dev.tributary.stage;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells every few seconds how far staging has come. Thread-safe. */
@Component
class StageProgress {

    private static final Logger LOG = LoggerFactory.getLogger(StageProgress.class);
    private static final long PAUSE = Duration.ofSeconds(5).toNanos();

    private final AtomicLong records = new AtomicLong();
    private final AtomicLong told = new AtomicLong(System.nanoTime());

    void staged(long more) {
        long all = records.addAndGet(more);
        long last = told.get();
        if (System.nanoTime() - last > PAUSE && told.compareAndSet(last, System.nanoTime())) {
            LOG.info("{} records staged so far", all);
        }
    }
}
