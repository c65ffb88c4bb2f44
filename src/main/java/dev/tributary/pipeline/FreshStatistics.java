package dev.tributary.pipeline;

import dev.tributary.store.Statistics;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/**
 * Before the step after one that may have filled its tables the database looks at them anew, so that what follows is planned for what is
 * there; also where a run was killed in between.
 */
@Component
class FreshStatistics implements StepExecutionListener {

    private static final Map<String, List<String>> FILLED_BEFORE = Map.of(
            "extract", List.of("crm_contact", "crm_contact_point"),
            "thread",
                    List.of(
                            "interaction",
                            "interaction_participant",
                            "interaction_relation",
                            "interaction_offer",
                            "interaction_offer_use",
                            "interaction_witness",
                            "participant",
                            "participant_identifier"),
            "suggest", List.of("link", "participant_match", "review_case"),
            "report", List.of("crm_timeline_entry", "crm_contact_point"));

    private final Statistics statistics;

    FreshStatistics(Statistics statistics) {
        this.statistics = statistics;
    }

    @Override
    public void beforeStep(StepExecution step) {
        List<String> filled = FILLED_BEFORE.get(step.getStepName());
        if (filled != null) {
            statistics.refresh(filled);
        }
    }
}
