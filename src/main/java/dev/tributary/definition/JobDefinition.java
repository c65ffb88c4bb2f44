package dev.tributary.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as {@code jobs/*.yaml} declares it.
 *
 * @param job its name: {@code [a-z0-9][a-z0-9-]{0,62}}
 * @param contacts the file with the contacts of the CRM, relative to the home folder; null where the job brings none
 * @param sources the names of the sources it reads, in this order; not empty, each defined
 */
public record JobDefinition(String job, @Nullable String contacts, List<String> sources) {

    public JobDefinition {
        Name.check(job);
        sources = List.copyOf(sources);
    }
}
