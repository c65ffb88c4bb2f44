package dev.tributary.identity;

import dev.tributary.identity.Compared.Fit;
import dev.tributary.identity.Compared.Verdict;
import dev.tributary.identity.Decision.Linked;
import dev.tributary.identity.Decision.Option;
import dev.tributary.identity.Decision.Review;
import dev.tributary.identity.Decision.Unmatched;
import dev.tributary.identity.Evidence.Sharing;
import dev.tributary.match.Field;
import dev.tributary.match.MatchRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One participant against all contacts that carry any of the evidence, and that they may be. */
final class Weighing {

    /** As it stands in {@code link.rule} where somebody speaks for a company. */
    static final String COMPANY_LINE = "company-line";

    private final List<Evidence> all;
    private final List<Evidence> held;
    private final Set<Long> never;
    private final Map<Long, Verdict> verdicts;
    private final MatchRules rules;
    private final Guards guards;

    /**
     * @param verdicts of the rules on each contact that carries any of the evidence and that they may be
     * @param never the contacts that they may not be
     */
    Weighing(List<Evidence> all, Map<Long, Verdict> verdicts, Set<Long> never, MatchRules rules, Guards guards) {
        this.all = all;
        this.verdicts = verdicts;
        this.never = never;
        this.rules = rules;
        this.guards = guards;
        this.held = all.stream()
                .filter(it -> guards.isHeld(it) && !rule(it).isEmpty() && mayBeAny(it.contacts()))
                .toList();
    }

    private String rule(Evidence evidence) {
        return Compared.firstThatAsks(rules, evidence);
    }

    private boolean mayBeAny(List<Long> contacts) {
        return contacts.stream().anyMatch(it -> !never.contains(it));
    }

    Decision decide() {
        Set<Long> pointed = those(Fit.MATCH);
        held.stream().filter(guards::isOwn).forEach(it -> pointed.addAll(it.contacts()));
        if (pointed.size() == 1) {
            return byOne(pointed.iterator().next());
        }
        if (pointed.size() > 1) {
            boolean byOwn = held.stream().anyMatch(guards::isOwn);
            return review(byOwn ? Reason.CONFLICTING_IDENTIFIERS : Reason.AMBIGUOUS_IDENTIFIER, held);
        }
        Set<Long> possible = those(Fit.POSSIBLE);
        Set<Long> companies = companies();
        if (possible.isEmpty() && companies.size() == 1) {
            return new Linked(companies.iterator().next(), COMPANY_LINE, held);
        }
        if (!held.isEmpty()) {
            return review(whyShared(), held);
        }
        return possible.isEmpty() ? new Unmatched(whyNot()) : bySpelling();
    }

    private Decision byOne(long contact) {
        boolean contradicted = held.stream()
                .anyMatch(it -> !guards.isShared(it) && !it.contacts().contains(contact));
        if (contradicted) {
            return review(Reason.CONFLICTING_IDENTIFIERS, held);
        }
        Verdict verdict = verdicts.getOrDefault(contact, Verdict.NONE);
        return switch (verdict.fit()) {
            case MATCH -> new Linked(contact, verdict.rule(), evidenceFor(contact));
            case STOPPED -> review(Reason.EXCEPTION, held);
            case POSSIBLE -> review(Reason.POSSIBLE_MATCH, held);
            case NONE -> new Unmatched(Reason.NO_RULE);
        };
    }

    /** By another spelling, or by what they only say. */
    private Review bySpelling() {
        List<Evidence> spelled = all.stream()
                .filter(it -> it.isProved() && guards.isLookedUp(it) && mayBeAny(it.near()))
                .toList();
        return spelled.isEmpty()
                ? review(
                        Reason.ONLY_DECLARED,
                        all.stream().filter(guards::isLookedUp).toList())
                : review(Reason.SIMILAR_IDENTIFIER, spelled);
    }

    /** The contacts that stand for the companies whose lines they use; empty where anything else is known of them. */
    private Set<Long> companies() {
        Set<Long> companies = new TreeSet<>();
        for (Evidence it : held) {
            Sharing sharing = it.sharing();
            if (sharing == null || !sharing.kind().isOfCompany() || !sharing.throughout()) {
                return Set.of();
            }
            if (sharing.contact() == null || never.contains(sharing.contact())) {
                return Set.of();
            }
            companies.add(sharing.contact());
        }
        return companies;
    }

    private Set<Long> those(Fit fit) {
        Set<Long> those = new TreeSet<>();
        verdicts.forEach((contact, verdict) -> {
            if (verdict.fit() == fit) {
                those.add(contact);
            }
        });
        return those;
    }

    private List<Evidence> evidenceFor(long contact) {
        return all.stream()
                .filter(it -> guards.isHeld(it) && it.contacts().contains(contact)
                        || it.isProved() && guards.isLookedUp(it) && it.near().contains(contact))
                .toList();
    }

    private Review review(Reason reason, List<Evidence> evidence) {
        List<Option> options = new ArrayList<>();
        for (Evidence it : evidence) {
            Stream.concat(it.contacts().stream(), it.near().stream())
                    .filter(contact -> !never.contains(contact))
                    .forEach(contact -> options.add(new Option(contact, it, ruleFor(contact, it))));
        }
        return new Review(reason, options);
    }

    private String ruleFor(long contact, Evidence evidence) {
        String met = verdicts.getOrDefault(contact, Verdict.NONE).rule();
        Field field = Field.valueOf(evidence.type().name());
        boolean asks = rules.rules().stream().anyMatch(it -> it.name().equals(met) && Compared.asksFor(it, field));
        return asks ? met : rule(evidence);
    }

    private Reason whyShared() {
        if (held.stream().anyMatch(it -> it.sharing() != null && !it.sharing().throughout())) {
            return Reason.CHANGED_HANDS;
        }
        return held.stream().allMatch(guards::isShared) ? Reason.SHARED_IDENTIFIER : Reason.AMBIGUOUS_IDENTIFIER;
    }

    private Reason whyNot() {
        if (all.isEmpty()) {
            return Reason.NO_IDENTIFIER;
        }
        if (all.stream().noneMatch(Evidence::usable)) {
            return Reason.INVALID_IDENTIFIER;
        }
        if (all.stream().anyMatch(it -> guards.isHeld(it) && !mayBeAny(it.contacts()))) {
            return Reason.NEVER_MATCH;
        }
        if (all.stream().anyMatch(guards::isHeld)) {
            return Reason.NO_RULE;
        }
        if (all.stream().anyMatch(it -> it.usable() && !it.isProved() && it.holders() > 0)) {
            return Reason.ONLY_DECLARED;
        }
        return all.stream().filter(Evidence::usable).allMatch(guards::isBlocked)
                ? Reason.ONLY_BLOCKED
                : Reason.NOT_IN_CRM;
    }
}
