package dev.tributary.definition;

import dev.tributary.decode.Format;
import dev.tributary.decode.LinePatterns;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;

/** Reads {@code extract} of a source of {@code kind: file}. */
final class FileReader {

    private static final List<String> FORMATS =
            Arrays.stream(Format.values()).map(FileReader::word).toList();

    private FileReader() {}

    static FileExtract read(Section extract, LinePatterns usual) {
        String path = path(extract);
        boolean keep = extract.flag("keep", true);
        FileOptions options = options(extract, usual);
        extract.refuseOthers();
        return new FileExtract(path, keep, options);
    }

    /**
     * What any file may need to be told.
     *
     * @param usual how the records of a text file begin where the source does not say
     */
    static FileOptions options(Section extract, LinePatterns usual) {
        Format format = extract.has("format") ? format(extract.oneOf("format", FORMATS)) : null;
        Charset charset = extract.parsed(
                        "charset", "UTF-8", Charset::forName, "use a name such as UTF-8 or windows-1252")
                .orElse(null);
        Character delimiter = delimiter(extract);
        List<String> columns = extract.texts("columns");
        List<String> header = extract.texts("header");
        List<String> group = group(extract, columns);
        LinePatterns lines = extract.section("lines").map(LinesReader::read).orElse(usual);
        if (format == Format.LINES && lines.equals(LinePatterns.NONE) && !extract.has("lines")) {
            extract.problem(
                    "lines", "is missing", "list the patterns of a record's first line: lines: { start: [ … ] }");
        }
        return new FileOptions(format, charset, delimiter, columns, header, group, lines);
    }

    static String path(Section extract) {
        String path = extract.text("path", "\"inbox/*.json\"");
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + Placeholders.filled(path));
        } catch (PatternSyntaxException broken) {
            extract.problem("path", "'" + path + "' is no pattern", "close every [ and {, as in inbox/**/*.{json,csv}");
        }
        return path;
    }

    private static List<String> group(Section extract, List<String> columns) {
        List<String> group = extract.texts("group");
        if (!columns.isEmpty()) {
            group.stream()
                    .filter(name -> !columns.contains(name))
                    .forEach(name ->
                            extract.problem("group", "'" + name + "' is no column", Spelling.cure(name, columns)));
        }
        return group;
    }

    private static Character delimiter(Section extract) {
        String delimiter = extract.rawText("delimiter").orElse("");
        if (delimiter.length() > 1) {
            extract.problem("delimiter", "'" + delimiter + "' is longer than a character", "use \";\" or \"\\t\"");
        }
        return delimiter.length() == 1 ? delimiter.charAt(0) : null;
    }

    private static Format format(String word) {
        return Arrays.stream(Format.values())
                .filter(format -> word(format).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static String word(Format format) {
        return format.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
