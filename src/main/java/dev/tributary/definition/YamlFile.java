package dev.tributary.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads one YAML file and keeps the line of every value, which no mapping to objects would. */
final class YamlFile {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final String file;
    private final Problems problems;

    private YamlFile(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The keys at the top of the file; empty where it cannot be read, which is then among the problems. */
    static Optional<Section> read(String file, String text, Problems problems) {
        return new YamlFile(file, problems).document(text).map(fields -> new Section(file, "", fields, problems));
    }

    private Optional<YamlNode.Fields> document(String text) {
        try (JsonParser parser = YAML.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                problem(1, "has no keys", "write it as in README.md: key: value, one a line");
                return Optional.empty();
            }
            YamlNode.Fields fields = fields(parser, "");
            if (parser.nextToken() != null) {
                problem(line(parser), "has a second document", "put it into a file of its own");
            }
            return Optional.of(fields);
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            problem(Math.max(0, line), firstLine(broken), "mend the YAML; mind indentation and quotes");
            return Optional.empty();
        }
    }

    private YamlNode node(JsonParser parser, String key) {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            problems.add(file, line(parser), key, "YAML aliases are not read", "write the value itself");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(parser, key);
            case START_ARRAY -> items(parser, key);
            case VALUE_NULL -> new YamlNode.Nothing(line(parser));
            default ->
                new YamlNode.Text(line(parser), parser.getString(), parser.currentToken() != JsonToken.VALUE_STRING);
        };
    }

    private YamlNode.Fields fields(JsonParser parser, String path) {
        int line = line(parser);
        Map<String, YamlNode> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String key = path.isEmpty() ? name : path + "." + name;
            int nameLine = line(parser);
            parser.nextToken();
            if (values.put(name, node(parser, key)) != null) {
                problems.add(file, nameLine, key, "is given twice", "keep one of them");
            }
        }
        return new YamlNode.Fields(line, values);
    }

    private YamlNode.Items items(JsonParser parser, String key) {
        int line = line(parser);
        List<YamlNode> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(node(parser, key));
        }
        return new YamlNode.Items(line, values);
    }

    private void problem(int line, String problem, String cure) {
        problems.add(file, line, "", problem, cure);
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static String firstLine(JacksonException broken) {
        return "is no YAML: "
                + broken.getOriginalMessage().lines().findFirst().orElse("").strip();
    }
}
