package dev.tributary.definition;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A source as {@code jobs/sources/*.yaml} declares it.
 *
 * @param source its name: {@code [a-z0-9][a-z0-9-]{0,62}}
 * @param channel the name of the channel, in the same form
 * @param account our own account on the channel, up to 190 characters: it scopes ids and tells inbound from outbound
 * @param defaultRegion the ISO 3166 region of phone numbers without a country code; null where there are none such
 * @param zone of times without an offset
 * @param idScope how far the platform's ids of people reach
 * @param extract where the source's records come from
 * @param mapping the name of the mapping that turns its payloads into canonical records
 */
public record SourceDefinition(
        String source,
        String channel,
        String account,
        @Nullable String defaultRegion,
        ZoneId zone,
        IdScope idScope,
        Extract extract,
        String mapping) {

    /** The most characters that an account may have. */
    static final int ACCOUNT = 190;

    public SourceDefinition {
        Name.check(source);
        Name.check(channel);
        if (account.isBlank() || account.length() > ACCOUNT) {
            throw new IllegalArgumentException("an account has 1 to " + ACCOUNT + " characters");
        }
    }
}
