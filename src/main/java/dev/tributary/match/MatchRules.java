package dev.tributary.match;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of one section of {@code mappings/identity/match-rules.yaml}. Immutable.
 *
 * @param rules the first that applies decides
 * @param always pairs that are one whatever the rules say, as the file writes them
 * @param never pairs that are not one; this beats everything else
 * @param score what the score may decide, and where from
 */
public record MatchRules(List<MatchRule> rules, Set<IdPair> always, Set<IdPair> never, Score score) {

    /** None at all: nothing ever matches. */
    public static final MatchRules NONE = new MatchRules(List.of(), Set.of(), Set.of(), Score.SILENT);

    public MatchRules {
        rules = List.copyOf(rules);
        always = Set.copyOf(always);
        never = Set.copyOf(never);
    }

    /** The first rule that applies; empty where none does. */
    public Optional<MatchRule> first(Agreements found) {
        for (MatchRule rule : rules) {
            if (rule.applies(found)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /** Those only that may be carried out without asking a person. */
    public MatchRules automaticOnly() {
        return new MatchRules(
                rules.stream().filter(MatchRule::automatic).toList(), always, never, score.automaticOnly());
    }

    /** The same with further pairs that are not one. */
    public MatchRules andNever(Set<IdPair> more) {
        Set<IdPair> all = new HashSet<>(never);
        all.addAll(more);
        return new MatchRules(rules, always, all, score);
    }

    /**
     * What the rules say; and where they do not say MATCH, what the score does. The lists {@code always} and {@code never} are
     * the caller's to ask, who knows the ids.
     *
     * @param probability that the two are one, from 0 to 1; 0 where it is not known
     */
    public Judgement judge(Agreements found, double probability) {
        MatchRule rule = first(found).orElse(null);
        if (rule != null && rule.then() == MatchOutcome.MATCH) {
            return new Judgement(MatchOutcome.MATCH, rule.name(), rule.automatic());
        }
        if (score.decides() && probability >= score.match() && !score.isExcepted(found)) {
            return new Judgement(MatchOutcome.MATCH, Judgement.BY_SCORE, score.automatic());
        }
        if (rule != null) {
            return new Judgement(MatchOutcome.POSSIBLE_MATCH, rule.name(), false);
        }
        return probability >= score.review()
                ? new Judgement(MatchOutcome.POSSIBLE_MATCH, Judgement.BY_SCORE, false)
                : Judgement.NON_MATCH;
    }
}
