package dev.tributary.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A group of keys in a file. Whoever reads a key that is missing or of the wrong type gets a stand-in, and the problem is
 * noted: so one reading finds everything that is wrong.
 */
final class Section {

    private final String file;
    private final String path;
    private final YamlNode.Fields fields;
    private final Problems problems;
    private final Collection<String> known = new TreeSet<>();

    Section(String file, String path, YamlNode.Fields fields, Problems problems) {
        this.file = file;
        this.path = path;
        this.fields = fields;
        this.problems = problems;
    }

    String file() {
        return file;
    }

    boolean has(String key) {
        known.add(key);
        return fields.values().containsKey(key);
    }

    /** The text of a key that must be there, stripped; a number is taken as it is written. */
    String text(String key, String example) {
        Optional<String> text = optional(key, example);
        if (text.isEmpty() && !has(key)) {
            problem(key, "is missing", "write " + key + ": " + example);
        }
        return text.orElse("");
    }

    Optional<String> optional(String key, String example) {
        if (!has(key)) {
            return Optional.empty();
        }
        YamlNode value = fields.values().get(key);
        if (value instanceof YamlNode.Text text && !text.value().isBlank()) {
            return Optional.of(text.value().strip());
        }
        String what = value instanceof YamlNode.Text ? "empty" : value.kind();
        problem(key, "is " + what + " and should be a text", "write " + key + ": " + example);
        return Optional.empty();
    }

    /** The text as it stands, blanks and all; empty where there is none. */
    Optional<String> rawText(String key) {
        return has(key) && fields.values().get(key) instanceof YamlNode.Text text
                ? Optional.of(text.value())
                : optional(key, "\";\"");
    }

    /** The text of a key, if there is one, without a word about it if not. */
    String peek(String key) {
        return fields.values().get(key) instanceof YamlNode.Text text
                ? text.value().strip()
                : "";
    }

    /** A text that the parser turns into a value; what it refuses with an exception becomes a problem with the cure. */
    <T> Optional<T> parsed(String key, String example, Function<String, T> parser, String cure) {
        return optional(key, example).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (RuntimeException refused) {
                problem(key, "'" + text + "' cannot be used", cure);
                return Optional.empty();
            }
        });
    }

    boolean flag(String key, boolean standard) {
        return parsed(key, "true", Scalars::flag, "use true or false").orElse(standard);
    }

    int number(String key, int standard, int least, int most) {
        return parsed(
                        key,
                        String.valueOf(standard),
                        text -> Scalars.within(text, least, most),
                        "use a whole number from " + least + " to " + most)
                .orElse(standard);
    }

    /** One of the known words; the first of them stands in where it is another. */
    String oneOf(String key, Collection<String> words) {
        String word = text(key, String.join(" | ", words));
        if (!word.isEmpty() && !words.contains(word)) {
            problem(key, "'" + word + "' is not known", Spelling.cure(word, words));
        }
        return word;
    }

    Optional<Section> section(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        Optional<Section> inner = inner(key);
        if (inner.isPresent()) {
            return inner;
        }
        problem(
                key,
                "is " + fields.values().get(key).kind() + " and should be a group of keys",
                "indent its keys below it");
        return Optional.empty();
    }

    /** The group below a key, if there is one, without a word about it if not. */
    Optional<Section> inner(String key) {
        return fields.values().get(key) instanceof YamlNode.Fields group
                ? Optional.of(new Section(file, path(key), group, problems))
                : Optional.empty();
    }

    /** The groups of a list; one that stands alone is a list of one. */
    List<Section> sections(String key) {
        if (!has(key)) {
            return List.of();
        }
        YamlNode value = fields.values().get(key);
        List<YamlNode> items = value instanceof YamlNode.Items list ? list.values() : List.of(value);
        List<Section> sections = new ArrayList<>();
        for (YamlNode item : items) {
            if (item instanceof YamlNode.Fields group) {
                sections.add(new Section(file, path(key), group, problems));
            } else {
                problems.add(
                        file,
                        item.line(),
                        path(key),
                        "is " + item.kind() + " and should be a group of keys",
                        "write each as - key: value");
            }
        }
        return sections;
    }

    /** A text, or the texts of a list. */
    List<String> textOrTexts(String key) {
        return fields.values().get(key) instanceof YamlNode.Items
                ? texts(key)
                : optional(key, "a text").map(List::of).orElse(List.of());
    }

    /** The lists of texts in a list. */
    List<List<String>> lists(String key) {
        if (!has(key)) {
            return List.of();
        }
        List<List<String>> lists = new ArrayList<>();
        YamlNode value = fields.values().get(key);
        List<YamlNode> items = value instanceof YamlNode.Items list ? list.values() : List.of(value);
        for (YamlNode item : items) {
            boolean right = item instanceof YamlNode.Items inner
                    && inner.values().stream().allMatch(YamlNode.Text.class::isInstance);
            if (right) {
                lists.add(((YamlNode.Items) item)
                        .values().stream()
                                .map(it -> ((YamlNode.Text) it).value().strip())
                                .toList());
            } else {
                problems.add(
                        file,
                        item.line(),
                        path(key),
                        "is " + item.kind() + " and should be a list of texts",
                        "write each as - [one, other]");
            }
        }
        return lists;
    }

    /** A number that may have a fraction. */
    double decimal(String key, double standard, double least, double most) {
        return parsed(
                        key,
                        String.valueOf(standard),
                        text -> Scalars.within(text, least, most),
                        "use a number from " + least + " to " + most)
                .orElse(standard);
    }

    List<String> texts(String key) {
        if (!has(key)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        if (fields.values().get(key) instanceof YamlNode.Items items) {
            for (YamlNode item : items.values()) {
                if (item instanceof YamlNode.Text text && !text.value().isBlank()) {
                    texts.add(text.value().strip());
                } else {
                    problems.add(file, item.line(), path(key), "holds " + item.kind(), "list texts only");
                }
            }
        } else {
            problem(
                    key,
                    "is " + fields.values().get(key).kind() + " and should be a list",
                    "write " + key + ": [one, two]");
        }
        return texts;
    }

    /** The groups of a list; a text among them is taken for a group with this one key. */
    List<Section> groups(String key, String textKey) {
        if (!has(key)) {
            return List.of();
        }
        List<Section> groups = new ArrayList<>();
        if (fields.values().get(key) instanceof YamlNode.Items items) {
            for (YamlNode item : items.values()) {
                if (item instanceof YamlNode.Fields group) {
                    groups.add(new Section(file, path(key), group, problems));
                } else if (item instanceof YamlNode.Text text && !text.value().isBlank()) {
                    groups.add(new Section(
                            file, path(key), new YamlNode.Fields(item.line(), Map.of(textKey, text)), problems));
                } else {
                    problems.add(file, item.line(), path(key), "holds " + item.kind(), "list texts and groups only");
                }
            }
        } else {
            problem(
                    key,
                    "is " + fields.values().get(key).kind() + " and should be a list",
                    "write " + key + ": [one, two]");
        }
        return groups;
    }

    /** The keys of a group in which they are free, in the file's order. */
    Collection<String> keys() {
        return fields.values().keySet();
    }

    /** The texts of a group whose keys are free, in the file's order. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        fields.values().keySet().forEach(key -> optional(key, "a text").ifPresent(text -> all.put(key, text)));
        return all;
    }

    /** Everything in this group as JSON has it. */
    Map<String, @Nullable Object> json() {
        return YamlJson.of(fields);
    }

    /** Notes a problem with a key of this group; with the group itself where the key is empty. */
    void problem(String key, String problem, String cure) {
        YamlNode value = fields.values().get(key);
        problems.add(file, value == null ? fields.line() : value.line(), path(key), problem, cure);
    }

    int problemsSoFar() {
        return problems.count();
    }

    /** Call it after everything that may be there was asked for: what is left is not known. */
    void refuseOthers() {
        fields.values().keySet().stream().filter(key -> !known.contains(key)).forEach(key -> {
            problem(key, "is no key that is known here", Spelling.cure(key, known));
        });
    }

    private String path(String key) {
        return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
    }
}
