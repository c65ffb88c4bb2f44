package dev.tributary.pipeline;

import dev.tributary.store.Statistics;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** After a step that may have filled its tables the database looks at them anew, so that the next steps are planned for what is there. */
@Component
class FreshStatistics implements StepExecutionListener {

    private static final Map<String, List<String>> FILLED = Map.of(
            "contacts", List.of("crm_contact", "crm_contact_point"),
            "stage",
                    List.of(
                            "interaction",
                            "interaction_participant",
                            "interaction_relation",
                            "interaction_offer",
                            "interaction_offer_use",
                            "interaction_witness",
                            "participant",
                            "participant_identifier"),
            "identify", List.of("link", "participant_match", "review_case"),
            "publish", List.of("crm_timeline_entry", "crm_contact_point"));

    private final Statistics statistics;

    FreshStatistics(Statistics statistics) {
        this.statistics = statistics;
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        List<String> filled = FILLED.get(step.getStepName());
        if (filled != null && step.getStatus() == BatchStatus.COMPLETED) {
            statistics.refresh(filled);
        }
        return step.getExitStatus();
    }
}
