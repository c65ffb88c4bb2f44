package dev.tributary.doctor;

import dev.tributary.definition.SourceDefinition;
import dev.tributary.extract.Admission;
import dev.tributary.extract.ExtractResult;
import java.util.List;
import java.util.Objects;

/** Whether a source lets us in, and answers. */
final class SourceAnswers implements Look {

    private final SourceDefinition source;
    private final Admission admission;

    SourceAnswers(SourceDefinition source, Admission admission) {
        this.source = source;
        this.admission = admission;
    }

    @Override
    public List<Finding> look() {
        ExtractResult result = admission.of(source);
        return List.of(
                result.complete()
                        ? Finding.good(source.source() + " lets us in")
                        : Words.finding(Mark.FAIL, source.source() + ": " + Objects.requireNonNull(result.message())));
    }
}
