package dev.tributary.match;

import java.util.List;
import java.util.Optional;

/**
 * One rule: all of its conditions must hold, and none of its exceptions.
 *
 * @param name as reports and explanations show it
 * @param when all of them must hold
 * @param unless the rule does not apply where all conditions of any of these groups hold
 * @param then MATCH or POSSIBLE_MATCH
 * @param automatic whether a MATCH by this rule may be carried out without asking a person, where that is a question
 */
public record MatchRule(
        String name, List<Condition> when, List<List<Condition>> unless, MatchOutcome then, boolean automatic) {

    /** @throws IllegalArgumentException where it asks for nothing, or decides for NON_MATCH */
    public MatchRule {
        when = List.copyOf(when);
        unless = unless.stream().map(List::copyOf).toList();
        if (when.isEmpty() || then == MatchOutcome.NON_MATCH) {
            throw new IllegalArgumentException("rule " + name + " asks for nothing, or decides nothing");
        }
    }

    /** How a rule fared with two people, for an explanation. */
    public sealed interface Result {}

    /** All conditions hold and no exception does. */
    public record Applies() implements Result {}

    /** @param conditions those that do not hold, never empty */
    public record Fails(List<Condition> conditions) implements Result {}

    /** @param exception the first group that holds although all conditions do */
    public record Stopped(List<Condition> exception) implements Result {}

    /** Whether the rule applies to what was found. */
    public boolean applies(Agreements found) {
        return all(when, found) && !isExcepted(unless, found);
    }

    /** The same with the reason why not. */
    public Result explain(Agreements found) {
        List<Condition> failing = when.stream().filter(it -> !it.holds(found)).toList();
        if (!failing.isEmpty()) {
            return new Fails(failing);
        }
        Optional<List<Condition>> exception =
                unless.stream().filter(it -> all(it, found)).findFirst();
        return exception.isPresent() ? new Stopped(exception.get()) : new Applies();
    }

    static boolean isExcepted(List<List<Condition>> unless, Agreements found) {
        for (List<Condition> group : unless) {
            if (all(group, found)) {
                return true;
            }
        }
        return false;
    }

    private static boolean all(List<Condition> conditions, Agreements found) {
        for (Condition condition : conditions) {
            if (!condition.holds(found)) {
                return false;
            }
        }
        return true;
    }
}
