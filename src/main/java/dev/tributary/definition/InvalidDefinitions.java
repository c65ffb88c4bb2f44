package dev.tributary.definition;

import java.util.List;
import java.util.stream.Collectors;

/** Something under {@code jobs/} or {@code mappings/} is wrong; the message has one line for each problem. */
public final class InvalidDefinitions extends RuntimeException {

    private final transient List<Problem> problems;

    InvalidDefinitions(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, file by file; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
