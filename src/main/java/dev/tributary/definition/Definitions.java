package dev.tributary.definition;

import dev.tributary.decode.LinePatterns;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every job, source and mapping of a home folder, found right. Immutable; names are in alphabetical order. */
public final class Definitions {

    private final SortedMap<String, JobDefinition> jobs;
    private final SortedMap<String, SourceDefinition> sources;
    private final SortedMap<String, String> mappings;
    private final Map<String, LinePatterns> lines;
    private final SharedIdentifiers shared;
    private final RuleBook rules;
    private final Survivorship survivorship;
    private final String identity;

    Definitions(
            Map<String, JobDefinition> jobs,
            Map<String, SourceDefinition> sources,
            Map<String, String> mappings,
            Map<String, LinePatterns> lines,
            SharedIdentifiers shared,
            RuleBook rules,
            Survivorship survivorship,
            String identity) {
        this.lines = Map.copyOf(lines);
        this.shared = shared;
        this.rules = rules;
        this.survivorship = survivorship;
        this.identity = identity;
        this.jobs = Collections.unmodifiableSortedMap(new TreeMap<>(jobs));
        this.sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        this.mappings = Collections.unmodifiableSortedMap(new TreeMap<>(mappings));
    }

    /**
     * Reads {@code jobs/*.yaml}, {@code jobs/sources/*.yaml}, {@code mappings/*.jsonata} and {@code mappings/*.lines.yaml} of the home folder; in place of a
     * folder that is not there, the defaults in the jar.
     *
     * @throws InvalidDefinitions where anything is wrong, with all that is
     * @throws java.io.UncheckedIOException where a file cannot be read
     */
    public static Definitions load(Path home) {
        return new DefinitionReader(new DefinitionFiles(home)).read();
    }

    /**
     * The examples beside the mappings of a home folder, by the mapping's name; those that have none are left out.
     *
     * @throws InvalidDefinitions where anything is wrong, with all that is
     */
    public Map<String, Example> examples(Path home) {
        Problems problems = new Problems();
        Map<String, Example> examples = new ExampleReader(new DefinitionFiles(home), problems, lines).read(mappings());
        problems.refuse();
        return examples;
    }

    /** @throws UnknownDefinition where there is no such job */
    public JobDefinition job(String name) {
        return known("job", name, jobs);
    }

    public Collection<JobDefinition> jobs() {
        return jobs.values();
    }

    /** @throws UnknownDefinition where there is no such source */
    public SourceDefinition source(String name) {
        return known("source", name, sources);
    }

    public Collection<SourceDefinition> sources() {
        return sources.values();
    }

    /**
     * The JSONata of a mapping.
     *
     * @throws UnknownDefinition where there is no such mapping
     */
    public String mapping(String name) {
        return known("mapping", name, mappings);
    }

    /**
     * What a mapping's comment says of its channel.
     *
     * @throws UnknownDefinition where there is no such mapping
     */
    public MappingHeader header(String name) {
        return MappingHeader.of(mapping(name));
    }

    /** What {@code mappings/identity/shared-identifiers.yaml} says. */
    public SharedIdentifiers shared() {
        return shared;
    }

    /** Who is who, of {@code mappings/identity/match-rules.yaml}. */
    public RuleBook rules() {
        return rules;
    }

    /**
     * The rules of a home folder alone, or of a file in their place; nothing else is read.
     *
     * @param file null takes the home folder's, or the one in the jar
     * @throws InvalidDefinitions where anything about it is wrong
     * @throws java.io.UncheckedIOException where it cannot be read
     */
    public static RuleBook rules(Path home, @Nullable Path file) {
        return new DefinitionReader(new DefinitionFiles(home)).rulesAlone(file);
    }

    /** The identifiers that never match, of a home folder; nothing else is read. */
    public static BlockedIdentifiers blocked(Path home) {
        return new DefinitionReader(new DefinitionFiles(home)).blockedAlone();
    }

    /** The very text of what {@link #shared} and {@link #rules} say, to find out whether it is another. */
    public String identity() {
        return identity;
    }

    /** Whose word stands on a golden record, of {@code mappings/identity/survivorship.yaml}. */
    public Survivorship survivorship() {
        return survivorship;
    }

    /** The same, in which no source takes a file away from where it lies. */
    public Definitions leavingFiles() {
        Map<String, SourceDefinition> leaving = new TreeMap<>();
        sources.forEach((name, source) -> leaving.put(name, source.leavingFiles()));
        return new Definitions(jobs, leaving, mappings, lines, shared, rules, survivorship, identity);
    }

    public Set<String> mappings() {
        return mappings.keySet();
    }

    private static <T> T known(String kind, String name, Map<String, T> all) {
        return Optional.ofNullable(all.get(name)).orElseThrow(() -> new UnknownDefinition(kind, name, all.keySet()));
    }
}
