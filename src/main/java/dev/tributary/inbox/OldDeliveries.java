package dev.tributary.inbox;

import dev.tributary.landing.Receiving;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Deliveries that need not be remembered: a request whose signed time is long over is refused for that. */
@Component
@ConditionalOnWebApplication
class OldDeliveries {

    private static final Logger LOG = LoggerFactory.getLogger(OldDeliveries.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Receiving landing;
    private final List<String> sources;
    private final Duration remember;
    private final Clock clock;
    private final AtomicReference<Instant> forgotten = new AtomicReference<>(Instant.EPOCH);

    OldDeliveries(Receiving landing, Protocols protocols, InboxSettings settings, Clock clock) {
        this.landing = landing;
        this.sources = protocols.sources().stream()
                .filter(source -> protocols.of(source).orElseThrow().signsTheTime())
                .toList();
        this.remember = settings.remember();
        this.clock = clock;
    }

    /** Forgets them, once an hour. What has landed has landed, so that nothing is thrown where this fails. */
    void forget() {
        Instant last = forgotten.get();
        Instant now = clock.instant();
        if (now.isAfter(last.plus(EVERY)) && forgotten.compareAndSet(last, now)) {
            try {
                landing.forget(sources, now.minus(remember));
            } catch (DataAccessException failure) {
                LOG.warn(
                        "Old deliveries could not be forgotten ({}); they are in an hour.",
                        failure.getClass().getSimpleName());
            }
        }
    }
}
