package dev.tributary.notice;

import dev.tributary.definition.Definitions;
import dev.tributary.definition.JobDefinition;
import dev.tributary.definition.Notify;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/**
 * Sends the notices that wait. Each is tried some times at once, then again later and later, and given up after a day: by then the
 * next night tells. Thread-safe.
 */
@Component
class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(1);
    private static final int DOUBLINGS = 6;

    private final Definitions definitions;
    private final Outbox outbox;
    private final List<Delivery> deliveries;
    private final Clock clock;
    private final RetryTemplate retry;

    Dispatch(Definitions definitions, Outbox outbox, List<Delivery> deliveries, Clock clock) {
        this.definitions = definitions;
        this.outbox = outbox;
        this.deliveries = List.copyOf(deliveries);
        this.clock = clock;
        this.retry = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(2)
                .delay(Duration.ofSeconds(1))
                .multiplier(3)
                .includes(Undelivered.class)
                .build());
    }

    /** Sends all that are due; those that another node sends are left to it. */
    void sendWhatWaits() {
        outbox.due().forEach(id -> outbox.take(id).ifPresent(this::send));
    }

    private void send(Notice notice) {
        Optional<Notify> notify = definitions.jobs().stream()
                .filter(it -> it.job().equals(notice.occasion().job()))
                .map(JobDefinition::told)
                .findFirst();
        if (notify.isEmpty()) {
            outbox.giveUp(notice, "the job is not defined any more");
            return;
        }
        try {
            retry.execute(() -> {
                delivery(notice.target()).send(notice, notify.get());
                return notice;
            });
            outbox.sent(notice);
        } catch (RetryException failed) {
            undelivered(notice, why(failed.getCause()));
        }
    }

    private Delivery delivery(Target target) {
        return deliveries.stream().filter(it -> it.leadsTo(target)).findFirst().orElseThrow();
    }

    private static String why(Throwable cause) {
        return cause instanceof Undelivered known
                ? String.valueOf(known.getMessage())
                : "unforeseen: " + cause.getClass().getName();
    }

    private void undelivered(Notice notice, String why) {
        boolean old = notice.writtenAt().plus(GIVEN_UP_AFTER).isBefore(LocalDateTime.now(clock));
        if (old) {
            outbox.giveUp(notice, why);
            LOG.error("'{}' was never told by {}: {}; it is given up", notice.title(), notice.target(), why);
        } else {
            Duration pause = pause(notice.tries());
            outbox.putOff(notice, pause, why);
            LOG.warn(
                    "'{}' cannot be told by {}: {}; it is tried again from {} min on",
                    notice.title(),
                    notice.target(),
                    why,
                    pause.toMinutes());
        }
    }

    /** One minute after the first try, then twice as long each time. */
    private static Duration pause(int tries) {
        Duration pause = Duration.ofMinutes(1L << Math.min(tries - 1, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
