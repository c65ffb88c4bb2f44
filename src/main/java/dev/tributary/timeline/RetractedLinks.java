package dev.tributary.timeline;

import dev.tributary.store.Portions;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links that were retracted while their entries still lay on a timeline. */
@Component
class RetractedLinks {

    private static final String OF_THEM = "FROM link WHERE active_participant IS NULL AND on_timeline = TRUE";

    private final JdbcClient jdbc;
    private final TimelineEntries entries;
    private final LearnedPoints points;

    RetractedLinks(JdbcClient jdbc, TimelineEntries entries, LearnedPoints points) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.points = points;
    }

    /** Takes away their entries and what was learned by them, unless another link still holds it; returns how many entries. */
    long takeAway() {
        List<Long> participants = ids("participant_id");
        if (participants.isEmpty()) {
            return 0;
        }
        points.refresh(ids("contact_id"), Long.MAX_VALUE);
        long removed = entries.refreshParticipants(participants, Long.MAX_VALUE).removed();
        for (List<Long> some : Portions.sorted(participants)) {
            jdbc.sql("UPDATE link SET on_timeline = FALSE WHERE active_participant IS NULL AND on_timeline = TRUE"
                            + " AND participant_id IN (:ids)")
                    .param("ids", some)
                    .update();
        }
        return removed;
    }

    private List<Long> ids(String column) {
        return jdbc.sql("SELECT DISTINCT " + column + " " + OF_THEM)
                .query(Long.class)
                .list();
    }
}
