package dev.tributary.cli;

import dev.tributary.doctor.Diagnosis;
import dev.tributary.doctor.Line;
import dev.tributary.doctor.Mark;
import java.util.Locale;
import java.util.function.Consumer;

/** A diagnosis line by line, each group under its name. */
final class DiagnosisText {

    private static final String INDENT = " ".repeat(26);

    private final Consumer<String> out;
    private String group = "";

    DiagnosisText(Consumer<String> out) {
        this.out = out;
    }

    void line(Line line) {
        if (!line.group().equals(group)) {
            out.accept((group.isEmpty() ? "" : System.lineSeparator()) + line.group());
            group = line.group();
        }
        out.accept(String.format("  %-8s %-14s %s", word(line.mark()), line.check(), line.said()));
        if (line.cure() != null) {
            out.accept(INDENT + line.cure());
        }
    }

    void end(Diagnosis diagnosis) {
        out.accept(String.format(
                "%ngood %d, warn %d, FAIL %d, unknown %d, skipped %d",
                diagnosis.count(Mark.GOOD),
                diagnosis.count(Mark.WARN),
                diagnosis.count(Mark.FAIL),
                diagnosis.count(Mark.UNKNOWN),
                diagnosis.count(Mark.SKIPPED)));
    }

    private static String word(Mark mark) {
        return mark == Mark.FAIL ? "FAIL" : mark.name().toLowerCase(Locale.ROOT);
    }
}
