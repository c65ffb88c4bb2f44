package dev.tributary.doctor;

import dev.tributary.definition.JobDefinition;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.definition.Window;
import dev.tributary.extract.Placeholders;
import dev.tributary.extract.SourceFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether everything is there that the jobs and their sources leave to the environment. Values are never told. */
final class Secrets implements Look {

    private static final Set<String> OF_THE_RUN = Set.of("${" + Window.FROM + "}", "${" + Window.TO + "}");

    private final Defined defined;
    private final Placeholders placeholders;

    Secrets(Defined defined, Placeholders placeholders) {
        this.defined = defined;
        this.placeholders = placeholders;
    }

    @Override
    public List<Finding> look() {
        Map<String, Set<String>> users = new TreeMap<>();
        defined.all()
                .forEach(it -> Texts.of(it)
                        .flatMap(text -> Placeholders.in(text).stream())
                        .filter(placeholder -> !OF_THE_RUN.contains(placeholder))
                        .forEach(placeholder -> users.computeIfAbsent(placeholder, any -> new TreeSet<>())
                                .add(name(it))));
        List<Finding> missing = new ArrayList<>();
        users.forEach((placeholder, who) -> problem(placeholder)
                .ifPresent(
                        it -> missing.add(Words.finding(Mark.FAIL, it + " Named by " + String.join(", ", who) + "."))));
        return missing.isEmpty()
                ? List.of(Finding.good(
                        users.isEmpty()
                                ? "the jobs and their sources name none"
                                : "all " + users.size() + " are there"))
                : missing;
    }

    private Optional<String> problem(String placeholder) {
        try {
            placeholders.fill(placeholder);
            return Optional.empty();
        } catch (SourceFailed missing) {
            return Optional.of(Objects.requireNonNull(missing.getMessage()));
        }
    }

    private static String name(Object definition) {
        return definition instanceof JobDefinition job
                ? "job " + job.job()
                : "source " + ((SourceDefinition) definition).source();
    }
}
