package dev.tributary.decode;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the records of a file of lines begin. The patterns are RE2's, which take linear time on any text; their named groups,
 * {@code (?P<author>…)}, are the fields of the record.
 *
 * @param start match the first line of a record, the first that does decides
 * @param carry match a line that says something of all records after it, such as their date
 */
public record LinePatterns(List<Pattern> start, List<Pattern> carry) {

    /** No line begins a record: such a file cannot be read. */
    public static final LinePatterns NONE = new LinePatterns(List.of(), List.of());

    public LinePatterns {
        start = List.copyOf(start);
        carry = List.copyOf(carry);
    }

    /** @throws com.google.re2j.PatternSyntaxException where one is no pattern */
    public static LinePatterns of(List<String> start, List<String> carry) {
        return new LinePatterns(
                start.stream().map(Pattern::compile).toList(),
                carry.stream().map(Pattern::compile).toList());
    }

    boolean isEmpty() {
        return start.isEmpty();
    }

    /** The fields of a record that begins with the line; empty where none does. */
    Optional<Map<String, Object>> begun(CleanLine line) {
        return first(start, line);
    }

    /** What the line says of all records after it; empty where it is no such line. */
    Optional<Map<String, Object>> carried(CleanLine line) {
        return first(carry, line);
    }

    private static Optional<Map<String, Object>> first(List<Pattern> patterns, CleanLine line) {
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(line.clean());
            if (matcher.find()) {
                return Optional.of(fields(matcher, line));
            }
        }
        return Optional.empty();
    }

    private static Map<String, Object> fields(Matcher matcher, CleanLine line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        matcher.pattern().namedGroups().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .filter(group -> matcher.start(group.getValue()) >= 0)
                .forEach(group -> fields.put(group.getKey(), field(matcher, group.getKey(), group.getValue(), line)));
        return fields;
    }

    private static String field(Matcher matcher, String name, int group, CleanLine line) {
        return name.equals(LineRecords.TEXT)
                ? line.original(matcher.start(group), matcher.end(group))
                : matcher.group(group);
    }
}
