package dev.tributary.review;

import dev.tributary.run.RunLock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where decisions are made: one at a time and all in one transaction, while no run is at work. A run that starts meanwhile says that
 * another is under way.
 */
@Component
public class Desk {

    private final RunLock lock;
    private final TransactionTemplate transaction;

    Desk(RunLock lock, PlatformTransactionManager transactions) {
        this.lock = lock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws RunUnderWay where a run is at work */
    public <T> T decide(Supplier<T> decision) {
        return alone(() -> inOneTransaction(decision));
    }

    /**
     * For what takes more than one transaction.
     *
     * @throws RunUnderWay where a run is at work
     */
    <T> T alone(Supplier<T> work) {
        Optional<RunLock.Held> held = lock.tryAcquire();
        RunLock.Held mine = held.orElseThrow(RunUnderWay::new);
        try (mine) {
            return work.get();
        }
    }

    <T> T inOneTransaction(Supplier<T> decision) {
        return Objects.requireNonNull(transaction.execute(status -> decision.get()));
    }
}
