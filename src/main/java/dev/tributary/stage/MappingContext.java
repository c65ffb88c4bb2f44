package dev.tributary.stage;

import dev.tributary.definition.SourceDefinition;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/**
 * What a mapping may know of the source beside the payload.
 *
 * @param account our own account on the channel, as the definition writes it
 * @param options what the definition tells the mapping, such as {@code dateOrder}
 * @param zone for times without an offset
 * @param timeLimit the longest that one payload may take, beside the time for each item of its lists
 */
record MappingContext(
        String source, String channel, String account, Map<String, String> options, ZoneId zone, Duration timeLimit) {

    static final Duration TIME_LIMIT = Duration.ofSeconds(5);

    /** Without options. */
    MappingContext(String source, String channel, String account, ZoneId zone, Duration timeLimit) {
        this(source, channel, account, Map.of(), zone, timeLimit);
    }

    static MappingContext of(SourceDefinition source) {
        return new MappingContext(
                source.source(), source.channel(), source.account(), source.options(), source.zone(), TIME_LIMIT);
    }
}
