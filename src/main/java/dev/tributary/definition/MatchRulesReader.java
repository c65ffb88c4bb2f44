package dev.tributary.definition;

import dev.tributary.match.Condition;
import dev.tributary.match.Field;
import dev.tributary.match.IdPair;
import dev.tributary.match.MatchOutcome;
import dev.tributary.match.MatchRule;
import dev.tributary.match.MatchRules;
import dev.tributary.match.Score;
import dev.tributary.match.Weights;
import dev.tributary.match.Weights.FieldWeights;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code mappings/identity/match-rules.yaml}. */
final class MatchRulesReader {

    static final String FILE = "mappings/identity/match-rules.yaml";

    private static final String LEVELS =
            "use SAME, CLOSE or SIMILAR for that much or more, DIFFERENT, UNKNOWN, or a list of these";

    private MatchRulesReader() {}

    static RuleBook read(Section file) {
        Weights weights = file.section("weights").map(MatchRulesReader::weights).orElse(Weights.NONE);
        RuleBook book = new RuleBook(rules(file, "links", weights), rules(file, "duplicates", weights));
        file.refuseOthers();
        return book;
    }

    private static MatchRules rules(Section file, String key, Weights weights) {
        return file.section(key).map(section -> rules(section, weights)).orElse(MatchRules.NONE);
    }

    private static MatchRules rules(Section section, Weights weights) {
        List<MatchRule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section item : section.sections("rules")) {
            rule(item).ifPresent(rules::add);
            String name = item.peek("rule");
            if (!name.isEmpty() && !names.add(name)) {
                item.problem("rule", "'" + name + "' is the name of two rules", "give each its own name");
            }
        }
        MatchRules read = new MatchRules(
                rules,
                pairs(section, "always"),
                pairs(section, "never"),
                section.section("score").map(it -> score(it, weights)).orElse(Score.SILENT));
        section.refuseOthers();
        return read;
    }

    private static Optional<MatchRule> rule(Section item) {
        int before = item.problemsSoFar();
        String name = item.text("rule", "same-email");
        if (name.equals("score") || !name.isEmpty() && !name.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            item.problem("rule", "'" + name + "' is no name of a rule", "use lower-case letters, digits and '-'");
        }
        List<Condition> when =
                item.section("when").map(MatchRulesReader::conditions).orElse(List.of());
        if (when.isEmpty() && item.problemsSoFar() == before) {
            item.problem("when", "asks for nothing", "write when: { email: SAME }");
        }
        List<List<Condition>> unless = unless(item);
        String then = item.oneOf("then", List.of("MATCH", "POSSIBLE_MATCH"));
        boolean automatic = item.flag("automatic", false);
        if (automatic && then.equals("POSSIBLE_MATCH")) {
            item.problem("automatic", "cannot be, where a person decides", "leave it out, or write then: MATCH");
        }
        item.refuseOthers();
        return item.problemsSoFar() > before
                ? Optional.empty()
                : Optional.of(new MatchRule(name, when, unless, MatchOutcome.valueOf(then), automatic));
    }

    private static List<List<Condition>> unless(Section section) {
        return section.sections("unless").stream()
                .map(MatchRulesReader::conditions)
                .toList();
    }

    private static List<Condition> conditions(Section group) {
        List<Condition> conditions = new ArrayList<>();
        for (String word : group.keys()) {
            List<String> levels = group.textOrTexts(word);
            Field field = field(group, word);
            if (field != null && !levels.isEmpty()) {
                Optional<Condition> condition = Condition.of(field, levels);
                condition.ifPresentOrElse(
                        conditions::add,
                        () -> group.problem(
                                word, "'" + String.join(", ", levels) + "' is no level of agreement", LEVELS));
            }
        }
        return conditions;
    }

    private static @Nullable Field field(Section group, String word) {
        Optional<Field> field = Field.ofWord(word);
        if (field.isEmpty()) {
            group.problem(word, "is no field", Spelling.cure(word, Field.words()));
        }
        return field.orElse(null);
    }

    private static Set<IdPair> pairs(Section section, String key) {
        Set<IdPair> pairs = new LinkedHashSet<>();
        for (List<String> pair : section.lists(key)) {
            if (pair.size() == 2) {
                pairs.add(new IdPair(pair.get(0), pair.get(1)));
            } else {
                section.problem(key, "holds " + pair.size() + " ids where two belong together", "write - [one, other]");
            }
        }
        return pairs;
    }

    private static Score score(Section section, Weights weights) {
        Score score = new Score(
                section.flag("decides", false),
                section.flag("automatic", false),
                section.decimal("match", 0.999, 0.5, 1),
                section.decimal("review", 0.9, 0, 1),
                unless(section),
                weights);
        if (score.review() > score.match()) {
            section.problem("review", "is above match", "let review be at most match");
        }
        section.refuseOthers();
        return score;
    }

    private static Weights weights(Section section) {
        Map<Field, FieldWeights> fields = new EnumMap<>(Field.class);
        Double prior = section.has("prior") ? section.decimal("prior", 0.001, 1e-12, 0.5) : null;
        for (String word : section.keys()) {
            if (!word.equals("prior")) {
                Field field = field(section, word);
                Optional<Section> of = section.section(word);
                if (field != null && of.isPresent()) {
                    fieldWeights(of.get()).ifPresent(it -> fields.put(field, it));
                }
            }
        }
        return new Weights(fields, prior);
    }

    private static Optional<FieldWeights> fieldWeights(Section section) {
        int before = section.problemsSoFar();
        List<Double> m = probabilities(section, "m");
        List<Double> u = probabilities(section, "u");
        boolean termFrequency = section.flag("termFrequency", false);
        section.refuseOthers();
        return section.problemsSoFar() > before ? Optional.empty() : Optional.of(new FieldWeights(m, u, termFrequency));
    }

    private static List<Double> probabilities(Section section, String key) {
        List<Double> values = new ArrayList<>();
        try {
            section.texts(key).forEach(it -> values.add(Double.valueOf(it)));
        } catch (NumberFormatException noNumber) {
            values.clear();
        }
        double sum = values.stream().mapToDouble(it -> it).sum();
        boolean right = values.size() == FieldWeights.LEVELS
                && values.stream().allMatch(it -> it > 0)
                && Math.abs(sum - 1) < 0.01;
        if (!right) {
            section.problem(
                    key,
                    "is no four probabilities above 0 that sum to 1",
                    "write " + key + ": [0.9, 0.04, 0.03, 0.03], for SAME, CLOSE, SIMILAR and DIFFERENT");
        }
        return values;
    }
}
