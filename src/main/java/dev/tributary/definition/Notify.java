package dev.tributary.definition;

import dev.tributary.run.RunState;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is told how the runs of a job end. Addresses on the web are secrets: <code>${NAME}</code>, never the values themselves.
 *
 * @param mail null where nobody gets one
 * @param webhook null where none is called
 * @param by until when the night has to be complete, in the zone of the job's schedule; null where nobody waits for it. A night that is
 *     late is told to all, whatever they are told beside
 * @param heartbeat what is called after each night that is complete, so that its silence is noticed outside; null where nobody listens
 */
public record Notify(
        @Nullable Mail mail,
        @Nullable Webhook webhook,
        @Nullable LocalTime by,
        @Nullable String heartbeat) {

    /** Nobody is told anything. */
    public static final Notify NOBODY = new Notify(null, null, null, null);

    /** What needs a person, or may: everything but a night that completed. */
    public static final Set<RunState> STANDARD =
            Set.copyOf(EnumSet.of(RunState.FAILED, RunState.HELD, RunState.PARTIAL, RunState.STOPPED));

    /**
     * A mail to each of these.
     *
     * @param to addresses, or <code>${NAME}</code>; not empty
     * @param from the sender; null for the first of those who get it
     * @param on the states of runs that are told; not empty
     */
    public record Mail(List<String> to, @Nullable String from, Set<RunState> on) {

        public Mail {
            to = List.copyOf(to);
            on = Set.copyOf(on);
        }
    }

    /**
     * A JSON object with the field {@code text}, as Slack, Mattermost, Google Chat and others take it.
     *
     * @param on the states of runs that are told; not empty
     */
    public record Webhook(String url, Set<RunState> on) {

        public Webhook {
            on = Set.copyOf(on);
        }
    }
}
