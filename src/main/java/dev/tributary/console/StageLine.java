package dev.tributary.console;

import dev.tributary.pipeline.RunProgress.Stage;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;

/**
 * A step, or one of its partitions, as the page shows it.
 *
 * @param does what the step is for; empty for a partition
 * @param look how its state is coloured; empty for none
 */
public record StageLine(
        String name,
        boolean partition,
        String does,
        String state,
        String look,
        long read,
        long written,
        @Nullable Duration took) {

    private static final Map<String, String> DOES = Map.ofEntries(
            Map.entry("contacts", "Brings in the contacts of the CRM"),
            Map.entry("extract", "Asks each source for what is new"),
            Map.entry("stage", "Maps records to messages and people"),
            Map.entry("thread", "Ties answers to what they answer"),
            Map.entry("episodes", "Joins conversations that belong together"),
            Map.entry("identify", "Finds out who is who"),
            Map.entry("suggest", "Looks for messages that may be one"),
            Map.entry("brake", "Holds the run where it would link too much"),
            Map.entry("publish", "Puts what changed on the timelines"),
            Map.entry("days", "Counts the messages of each day"),
            Map.entry("waits", "Measures how long customers waited"),
            Map.entry("report", "Writes the audit report"));

    static StageLine of(Stage it) {
        BatchStatus status = it.status();
        return new StageLine(
                it.partition() == null ? it.step() : it.partition(),
                it.partition() != null,
                it.partition() == null ? DOES.getOrDefault(it.step(), "") : "",
                status == null ? "not begun" : word(status),
                status == null ? "" : look(status),
                it.read(),
                it.written(),
                took(it));
    }

    private static String word(BatchStatus status) {
        return switch (status) {
            case COMPLETED -> "done";
            case STARTING, STARTED -> "at work";
            case STOPPING, STOPPED -> "stopped";
            case FAILED, ABANDONED, UNKNOWN -> "failed";
        };
    }

    private static String look(BatchStatus status) {
        return switch (status) {
            case COMPLETED -> "good";
            case STARTING, STARTED, STOPPING, STOPPED -> "doubtful";
            case FAILED, ABANDONED, UNKNOWN -> "bad";
        };
    }

    private static @Nullable Duration took(Stage it) {
        if (it.startedAt() == null) {
            return null;
        }
        return Duration.between(it.startedAt(), it.endedAt() == null ? LocalDateTime.now() : it.endedAt());
    }
}
