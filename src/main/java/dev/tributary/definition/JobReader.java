package dev.tributary.definition;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one file of {@code jobs/}. */
final class JobReader {

    private final Collection<String> sources;

    /** @param sources the names that the sources declare, of those with mistakes too */
    JobReader(Collection<String> sources) {
        this.sources = sources;
    }

    /** The job; empty where anything about it is wrong, which is then noted. */
    Optional<JobDefinition> read(Section file) {
        int before = file.problemsSoFar();
        String job = Name.declared(file, "job");
        String contacts = file.optional("contacts", "contacts.csv").orElse(null);
        List<String> named = sources(file);
        Brake brake = file.section("brake").map(BrakeReader::read).orElse(Brake.STANDARD);
        Notify notify = file.section("notify").map(NotifyReader::read).orElse(Notify.NOBODY);
        Schedule schedule = file.section("schedule")
                .flatMap(it -> ScheduleReader.read(it, Clock.systemUTC()))
                .orElse(null);
        file.refuseOthers();
        return file.problemsSoFar() > before
                ? Optional.empty()
                : Optional.of(new JobDefinition(job, contacts, named, brake, notify, schedule));
    }

    private List<String> sources(Section file) {
        List<String> named = file.texts("sources");
        if (named.isEmpty()) {
            file.problem("sources", "names no source", "write sources: [" + String.join(", ", sources) + "]");
        }
        Set<String> seen = new HashSet<>();
        for (String source : named) {
            if (!sources.contains(source)) {
                file.problem("sources", "'" + source + "' is not known", Spelling.cure(source, sources));
            } else if (!seen.add(source)) {
                file.problem("sources", "'" + source + "' is named twice", "name it once");
            }
        }
        return named;
    }
}
