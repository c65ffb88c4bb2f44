package dev.tributary.identity;

import dev.tributary.identity.Candidate.KnownContact;
import dev.tributary.match.Agreement;
import dev.tributary.match.Agreements;
import dev.tributary.match.Condition;
import dev.tributary.match.Field;
import dev.tributary.match.MatchOutcome;
import dev.tributary.match.MatchRule;
import dev.tributary.match.MatchRule.Stopped;
import dev.tributary.match.MatchRules;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A participant against one contact. A rule that asks for an identifier alone needs one that is proved and on this contact only. One
 * that asks for more beside it may rest on what is shared as well; and on what is only said, but then a person decides.
 *
 * @param own agreements where only identifiers count that no other contact carries
 * @param proved the same with those that others carry, too
 * @param said the same with those that the participant only says are theirs
 * @param complete whether all are known who carry the identifiers that support it
 */
record Compared(long contact, Agreements own, Agreements proved, Agreements said, boolean complete) {

    /** How well a contact fits, best first. */
    enum Fit {
        MATCH,
        POSSIBLE,
        /** A rule would match, and an exception stops it. */
        STOPPED,
        NONE
    }

    /** @param rule those that say so, joined by {@code +}; empty for NONE */
    record Verdict(Fit fit, String rule) {

        static final Verdict NONE = new Verdict(Fit.NONE, "");
    }

    private static final int LONGEST = 64;

    static Compared of(Candidate candidate, Shown shown, KnownContact contact, Guards guards) {
        Agreements names = shown.against(contact);
        long id = contact.id();
        List<Evidence> all = candidate.evidence();
        return new Compared(
                id,
                agreements(names, all, id, guards::isOwn, guards::isOnlyNear),
                agreements(names, all, id, guards::isHeld, it -> it.isProved() && guards.isLookedUp(it)),
                agreements(names, all, id, guards::counts, guards::isLookedUp),
                all.stream()
                        .filter(it -> guards.isHeld(it) && it.contacts().contains(id))
                        .allMatch(Evidence::isComplete));
    }

    private static Agreements agreements(
            Agreements names,
            List<Evidence> evidence,
            long contact,
            Predicate<Evidence> counts,
            Predicate<Evidence> isLookedUp) {
        Agreements found = names;
        for (Evidence it : evidence) {
            Field field = Field.valueOf(it.type().name());
            if (counts.test(it) && it.contacts().contains(contact)) {
                found = found.with(field, Agreement.SAME);
            } else if (isLookedUp.test(it) && it.near().contains(contact) && found.in(field) == Agreement.UNKNOWN) {
                found = found.with(field, Agreement.CLOSE);
            }
        }
        return found;
    }

    Verdict verdict(MatchRules rules) {
        Optional<MatchRule> byOwn = rules.first(own);
        if (byOwn.isPresent() && byOwn.get().then() == MatchOutcome.MATCH) {
            return new Verdict(Fit.MATCH, matching(rules, own));
        }
        Optional<MatchRule> bySupport = supported(rules, proved);
        if (bySupport.isPresent() && bySupport.get().then() == MatchOutcome.MATCH && complete) {
            return new Verdict(Fit.MATCH, bySupport.get().name());
        }
        Optional<MatchRule> stopped = rules.rules().stream()
                .filter(it -> it.then() == MatchOutcome.MATCH && it.explain(own) instanceof Stopped)
                .findFirst();
        if (stopped.isPresent()) {
            return new Verdict(Fit.STOPPED, stopped.get().name());
        }
        if (byOwn.isPresent()) {
            return new Verdict(Fit.POSSIBLE, byOwn.get().name());
        }
        return bySupport
                .or(() -> supported(rules, said))
                .map(rule -> new Verdict(Fit.POSSIBLE, rule.name()))
                .orElse(Verdict.NONE);
    }

    private static String matching(MatchRules rules, Agreements found) {
        List<String> names = rules.rules().stream()
                .filter(it -> it.then() == MatchOutcome.MATCH && it.applies(found))
                .map(MatchRule::name)
                .distinct()
                .sorted()
                .toList();
        String all = String.join("+", names);
        return all.length() <= LONGEST
                ? all
                : rules.first(found).map(MatchRule::name).orElse("");
    }

    private static Optional<MatchRule> supported(MatchRules rules, Agreements found) {
        return rules.rules().stream()
                .filter(it -> asksMore(it) && it.applies(found))
                .findFirst();
    }

    /** Whether the rule asks for anything that is no identifier. */
    static boolean asksMore(MatchRule rule) {
        return rule.when().stream()
                .anyMatch(it -> !isIdentifier(it.field()) && !it.allowed().contains(Agreement.UNKNOWN));
    }

    /** Whether a rule asks for this kind of identifier at all. */
    static boolean asksFor(MatchRule rule, Field field) {
        return rule.when().stream().map(Condition::field).anyMatch(field::equals);
    }

    /** The name of the first rule that asks for such an identifier; empty where none does. */
    static String firstThatAsks(MatchRules rules, Evidence evidence) {
        Field field = Field.valueOf(evidence.type().name());
        return rules.rules().stream()
                .filter(it -> asksFor(it, field))
                .map(MatchRule::name)
                .findFirst()
                .orElse("");
    }

    private static boolean isIdentifier(Field field) {
        return switch (field) {
            case EMAIL, PHONE, HANDLE, ID, NUMBER -> true;
            default -> false;
        };
    }
}
