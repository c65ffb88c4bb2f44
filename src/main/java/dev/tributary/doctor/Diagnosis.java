package dev.tributary.doctor;

import java.util.List;

/** What the doctor found, in the order in which it looked. */
public record Diagnosis(List<Line> lines) {

    public Diagnosis {
        lines = List.copyOf(lines);
    }

    /** How many lines have this mark. */
    public long count(Mark mark) {
        return lines.stream().filter(line -> line.mark() == mark).count();
    }

    /** Whether nothing failed; warnings are no failures. */
    public boolean isWell() {
        return count(Mark.FAIL) == 0;
    }
}
