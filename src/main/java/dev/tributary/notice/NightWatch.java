package dev.tributary.notice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks each minute, as long as {@code tributary serve} runs, for nights that are late and for notices that still wait. */
@Component
@ConditionalOnWebApplication
class NightWatch {

    private static final Logger LOG = LoggerFactory.getLogger(NightWatch.class);

    private final Notices notices;
    private final Lateness lateness;
    private final Dispatch dispatch;

    NightWatch(Notices notices, Lateness lateness, Dispatch dispatch) {
        this.notices = notices;
        this.lateness = lateness;
        this.dispatch = dispatch;
    }

    @Scheduled(initialDelayString = "5s", fixedDelayString = "${tributary.notice.every}")
    void look() {
        try {
            notices.write();
            lateness.write();
            dispatch.sendWhatWaits();
        } catch (RuntimeException failure) {
            LOG.error(
                    "Nobody can be told of the nights now: {}",
                    failure.getClass().getName());
        }
    }
}
