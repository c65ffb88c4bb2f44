package dev.tributary.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as {@code jobs/*.yaml} declares it.
 *
 * @param job its name: {@code [a-z0-9][a-z0-9-]{0,62}}
 * @param contacts the file with the contacts of the CRM, relative to the home folder; null where the job brings none
 * @param sources the names of the sources it reads, in this order; not empty, each defined
 * @param brake what it may link before it is held
 * @param told who is told how its runs end
 * @param schedule when it runs by itself; null where it runs only when it is asked to
 */
public record JobDefinition(
        String job,
        @Nullable String contacts,
        List<String> sources,
        Brake brake,
        Notify told,
        @Nullable Schedule schedule) {

    public JobDefinition {
        Name.check(job);
        sources = List.copyOf(sources);
    }
}
