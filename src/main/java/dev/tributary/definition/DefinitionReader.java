package dev.tributary.definition;

import dev.tributary.decode.LinePatterns;
import dev.tributary.match.MatchRules;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads mappings and the patterns beside them, then the sources that name them, then the jobs that name those. */
final class DefinitionReader {

    private static final String JSONATA = ".jsonata";
    private static final String LINES = ".lines.yaml";

    private static final RuleBook NO_RULES = new RuleBook(MatchRules.NONE, MatchRules.NONE);

    private final DefinitionFiles files;
    private final Problems problems = new Problems();

    DefinitionReader(DefinitionFiles files) {
        this.files = files;
    }

    Definitions read() {
        Map<String, String> mappings = mappings();
        Map<String, LinePatterns> lines = lines(mappings.keySet());
        Map<String, Optional<SourceDefinition>> sources =
                declared("jobs/sources", "source", new SourceReader(mappings.keySet(), lines)::read);
        Map<String, Optional<JobDefinition>> jobs = declared("jobs", "job", new JobReader(sources.keySet())::read);
        SharedIdentifiers shared = shared();
        RuleBook rules = rules();
        Survivorship survivorship =
                identity(SurvivorshipReader.FILE, SurvivorshipReader::read).orElse(Survivorship.DEFAULT);
        problems.refuse();
        return new Definitions(
                right(jobs), right(sources), mappings, lines, shared, rules, survivorship, identityText());
    }

    BlockedIdentifiers blockedAlone() {
        SharedIdentifiers shared = shared();
        problems.refuse();
        return shared.blockedOneByOne();
    }

    RuleBook rulesAlone(@Nullable Path file) {
        RuleBook rules = file == null ? rules() : rules(file.toString(), DefinitionFiles.text(file, problems));
        problems.refuse();
        return rules;
    }

    private RuleBook rules() {
        String text = rulesText();
        return text == null ? NO_RULES : rules(MatchRulesReader.FILE, text);
    }

    /** A home folder that has other files of the kind, but not this one, has the rules in the jar. */
    private @Nullable String rulesText() {
        String text = identityFiles().get(MatchRulesReader.FILE);
        return text == null ? files.bundled(MatchRulesReader.FILE, problems) : text;
    }

    private String identityText() {
        return rulesText() + "\n" + identityFiles().get(SharedIdentifiersReader.FILE);
    }

    private Map<String, String> identityFiles() {
        return files.orBundled("mappings/identity", ".yaml", problems);
    }

    private RuleBook rules(String file, String text) {
        return YamlFile.read(file, text, problems).map(MatchRulesReader::read).orElse(NO_RULES);
    }

    private Map<String, String> mappings() {
        Map<String, String> mappings = new LinkedHashMap<>();
        files.in("mappings", JSONATA, problems).forEach((file, text) -> {
            String name = file.substring(file.lastIndexOf('/') + 1, file.length() - JSONATA.length());
            mappings.put(name, text);
            Expression.mistake(text)
                    .ifPresent(mistake -> problems.add(
                            file,
                            mistake.lineIn(text),
                            "",
                            "is no JSONata: " + mistake.message(),
                            "mend the expression; try it at try.jsonata.org"));
        });
        return mappings;
    }

    /** How the records of text files begin, by the mapping that is made for them. */
    private Map<String, LinePatterns> lines(Collection<String> mappings) {
        Map<String, LinePatterns> lines = new LinkedHashMap<>();
        files.in("mappings", LINES, problems)
                .forEach((file, text) -> YamlFile.read(file, text, problems).ifPresent(section -> {
                    String name = file.substring(file.lastIndexOf('/') + 1, file.length() - LINES.length());
                    if (!mappings.contains(name)) {
                        section.problem(
                                "", "belongs to no mapping", "name it like one: " + Spelling.cure(name, mappings));
                    }
                    lines.put(name, LinesReader.read(section));
                }));
        return lines;
    }

    private SharedIdentifiers shared() {
        return identity(SharedIdentifiersReader.FILE, SharedIdentifiersReader::read)
                .orElse(SharedIdentifiers.NONE);
    }

    private <T> Optional<T> identity(String file, Function<Section, T> reader) {
        return Optional.ofNullable(identityFiles().get(file))
                .flatMap(text -> YamlFile.read(file, text, problems))
                .map(reader);
    }

    private <T> Map<String, Optional<T>> declared(String folder, String key, Function<Section, Optional<T>> reader) {
        Map<String, Optional<T>> declared = new LinkedHashMap<>();
        Map<String, String> fileOf = new LinkedHashMap<>();
        files.in(folder, ".yaml", problems)
                .forEach((file, text) -> YamlFile.read(file, text, problems).ifPresent(section -> {
                    Optional<T> read = reader.apply(section);
                    String name = section.peek(key);
                    String first = fileOf.putIfAbsent(name, file);
                    if (first != null && !name.isEmpty()) {
                        section.problem(
                                key,
                                "'" + name + "' is the " + key + " of " + first + " too",
                                "give each its own name");
                    }
                    declared.put(name, read);
                }));
        return declared;
    }

    /** Called once nothing is wrong, so nothing is left out. */
    private static <T> Map<String, T> right(Map<String, Optional<T>> declared) {
        Map<String, T> right = new LinkedHashMap<>();
        declared.forEach((name, definition) -> right.put(name, definition.orElseThrow()));
        return right;
    }
}
