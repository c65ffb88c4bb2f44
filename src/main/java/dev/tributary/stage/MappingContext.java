package dev.tributary.stage;

import dev.tributary.definition.SourceDefinition;
import java.time.Duration;
import java.time.ZoneId;

/**
 * What a mapping may know of the source beside the payload.
 *
 * @param account our own account on the channel, as the definition writes it
 * @param zone for times without an offset
 * @param timeLimit the longest that one payload may take, beside the time for each item of its lists
 */
record MappingContext(String source, String channel, String account, ZoneId zone, Duration timeLimit) {

    static final Duration TIME_LIMIT = Duration.ofSeconds(5);

    static MappingContext of(SourceDefinition source) {
        return new MappingContext(source.source(), source.channel(), source.account(), source.zone(), TIME_LIMIT);
    }
}
