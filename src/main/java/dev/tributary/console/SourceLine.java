package dev.tributary.console;

import dev.tributary.definition.SourceDefinition;
import dev.tributary.landing.Standing;
import dev.tributary.report.SourceHistory.Turn;
import dev.tributary.report.StateWords;
import org.jspecify.annotations.Nullable;

/**
 * A source in the list.
 *
 * @param last its last turn in a run; null where it had none
 */
public record SourceLine(
        String name,
        String channel,
        String account,
        String kind,
        @Nullable Turn last,
        String state,
        String look,
        Standing standing,
        long quarantined) {

    static SourceLine of(SourceDefinition source, @Nullable Turn last, Standing standing, long quarantined) {
        return new SourceLine(
                source.source(),
                source.channel(),
                source.account(),
                source.extract().kind(),
                last,
                last == null ? "never read" : StateWords.state(last.state()),
                last == null ? "" : StateWords.look(last.state()),
                standing,
                quarantined);
    }
}
