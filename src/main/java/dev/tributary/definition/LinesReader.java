package dev.tributary.definition;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.tributary.decode.LinePatterns;
import java.util.ArrayList;
import java.util.List;

/** Reads how the records of a file of lines begin: of a source, or of {@code mappings/NAME.lines.yaml}. */
final class LinesReader {

    private static final String EXAMPLE = "'^(?P<date>[0-9/]+), (?P<author>[^:]+): (?P<text>.*)$'";

    private LinesReader() {}

    static LinePatterns read(Section lines) {
        List<Pattern> start = patterns(lines, "start");
        List<Pattern> carry = patterns(lines, "carry");
        if (!lines.has("start")) {
            lines.problem(
                    "start", "is missing", "list the patterns of a record's first line: start: [" + EXAMPLE + "]");
        }
        lines.refuseOthers();
        return new LinePatterns(start, carry);
    }

    private static List<Pattern> patterns(Section lines, String key) {
        List<Pattern> patterns = new ArrayList<>();
        for (String text : lines.texts(key)) {
            try {
                Pattern pattern = Pattern.compile(text);
                patterns.add(pattern);
                if (pattern.namedGroups().isEmpty()) {
                    lines.problem(
                            key, "has a pattern without a named group", "name what is to be kept, as in " + EXAMPLE);
                }
            } catch (PatternSyntaxException broken) {
                lines.problem(
                        key,
                        "has a pattern that RE2 does not know: " + broken.getMessage(),
                        "mend it; there are no look-arounds and no back references");
            }
        }
        return patterns;
    }
}
