package dev.tributary.pipeline;

import dev.tributary.run.LogContext;
import dev.tributary.run.RunEnded;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** When everybody has heard that a run has ended, the lines of its thread are about something else. */
@Component
class AfterLastLine {

    @EventListener
    @Order
    void clear(RunEnded ended) {
        LogContext.clear();
    }
}
