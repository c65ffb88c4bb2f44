package dev.tributary.doctor;

import dev.tributary.definition.Definitions;
import dev.tributary.definition.InvalidDefinitions;
import dev.tributary.definition.JobDefinition;
import dev.tributary.definition.Problem;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.run.Home;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The definitions of a home folder: read by the first check, and looked at by those after it. */
final class Defined implements Look {

    private final Home home;
    private volatile @Nullable Definitions definitions;

    Defined(Home home) {
        this.home = home;
    }

    @Override
    public List<Finding> look() {
        try {
            Definitions read = Definitions.load(home.path());
            definitions = read;
            return List.of(Finding.good(read.jobs().size() + " jobs, "
                    + read.sources().size() + " sources, " + read.mappings().size() + " mappings are right"));
        } catch (InvalidDefinitions wrong) {
            return wrong.problems().stream().map(Defined::finding).toList();
        }
    }

    private static Finding finding(Problem problem) {
        Problem bare = new Problem(problem.file(), problem.line(), problem.key(), problem.problem(), "");
        return Finding.fail(bare.toString().replaceAll(";\\s*$", ""), problem.cure());
    }

    /** @throws CannotLook where they are not right */
    Collection<JobDefinition> jobs() {
        return definitions().jobs();
    }

    /** The sources that a job reads; those that lie there for others to use are left out. */
    List<SourceDefinition> sources() {
        return jobs().stream()
                .flatMap(job -> job.sources().stream())
                .distinct()
                .map(definitions()::source)
                .toList();
    }

    /** The jobs, and the sources that they read. */
    Stream<Object> all() {
        return Stream.concat(jobs().stream(), sources().stream());
    }

    private Definitions definitions() {
        Definitions read = definitions;
        if (read == null) {
            throw new CannotLook("the definitions are not right");
        }
        return read;
    }
}
