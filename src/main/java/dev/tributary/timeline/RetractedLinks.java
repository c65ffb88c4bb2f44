package dev.tributary.timeline;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links that were retracted while their entries still lay on a timeline. */
@Component
class RetractedLinks {

    private final JdbcClient jdbc;
    private final TimelineEntries entries;

    RetractedLinks(JdbcClient jdbc, TimelineEntries entries) {
        this.jdbc = jdbc;
        this.entries = entries;
    }

    /** Takes their entries away, unless another link still holds them; returns how many. */
    long takeAway() {
        List<Long> participants = jdbc.sql(
                        "SELECT DISTINCT participant_id FROM link WHERE active_participant IS NULL AND on_timeline = TRUE")
                .query(Long.class)
                .list();
        long removed = entries.refreshParticipants(participants, Long.MAX_VALUE).removed();
        for (Collection<Long> some : Batches.of(participants)) {
            jdbc.sql("UPDATE link SET on_timeline = FALSE WHERE active_participant IS NULL AND on_timeline = TRUE"
                            + " AND participant_id IN (:ids)")
                    .param("ids", some)
                    .update();
        }
        return removed;
    }
}
