package dev.tributary.identity;

import dev.tributary.identity.Candidate.KnownContact;
import dev.tributary.identity.Candidate.StandingLink;
import dev.tributary.identity.Compared.Fit;
import dev.tributary.identity.Compared.Verdict;
import dev.tributary.identity.Decision.Linked;
import dev.tributary.identity.Decision.Option;
import dev.tributary.identity.Decision.Review;
import dev.tributary.identity.Decision.Unmatched;
import dev.tributary.identity.Evidence.Sharing;
import dev.tributary.identity.Explanation.RuleResult;
import dev.tributary.match.Field;
import dev.tributary.match.Judgement;
import dev.tributary.match.MatchRule;
import dev.tributary.match.MatchRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Decides which contact a participant is, by the rules of the file and within the guards: only an identifier that exactly one contact
 * carries, and that the channel or the person proved, decides by itself; when unsure, a person does. The order of the evidence makes
 * no difference. Thread-safe.
 */
final class Matcher {

    /** As it stands in {@code link.rule} where somebody speaks for a company. */
    static final String COMPANY_LINE = "company-line";

    private final MatchRules rules;
    private final Guards guards;
    private final PairLists pairs;
    private final Set<Long> full;
    private final Likelihood likelihood;

    /**
     * @param pairs what the file says of a participant and a contact
     * @param full contacts that get no further link in this run
     */
    Matcher(MatchRules rules, Guards guards, PairLists pairs, Set<Long> full) {
        this.rules = rules;
        this.guards = guards;
        this.pairs = pairs;
        this.full = Set.copyOf(full);
        this.likelihood = new Likelihood(rules);
    }

    /** The decision, and for a case how likely the likeliest contact is the participant. */
    Resolved resolve(Candidate candidate) {
        Decision decision = decide(candidate);
        return new Resolved(
                candidate,
                decision,
                decision instanceof Review review
                        ? likelihood.highest(candidates(candidate, review).values())
                        : 0);
    }

    Decision decide(Candidate candidate) {
        StandingLink standing = candidate.standing();
        if (standing != null && standing.asserted()) {
            return new Linked(standing.contact(), "", candidate.evidence());
        }
        Set<Long> never = pairs.never(candidate);
        Set<Long> always = new TreeSet<>(pairs.always(candidate));
        always.removeAll(never);
        Decision fresh = always.size() == 1
                ? new Linked(always.iterator().next(), PairLists.ALWAYS, candidate.evidence())
                : byScore(candidate, new Weighing(candidate, never).decide());
        return standing == null ? capped(fresh) : weighed(fresh, standing.contact(), candidate.evidence());
    }

    /** What every rule says of each contact that carries any of the evidence, in the order of the contacts' ids. */
    List<Explanation> explain(Candidate candidate) {
        Set<Long> never = pairs.never(candidate);
        List<Explanation> explanations = new ArrayList<>();
        compared(candidate).forEach((contact, compared) -> {
            List<RuleResult> results = rules.rules().stream()
                    .map(rule -> new RuleResult(
                            rule,
                            rule.explain(compared.own()),
                            rule.explain(Compared.asksMore(rule) ? compared.said() : compared.own())))
                    .toList();
            explanations.add(new Explanation(
                    contact, never.contains(contact), compared.said(), compared.verdict(rules), results));
        });
        return explanations;
    }

    /** What the rules leave to a person the score may decide, where the file lets it. */
    private Decision byScore(Candidate candidate, Decision fresh) {
        if (!(fresh instanceof Review review)) {
            return fresh;
        }
        return likelihood
                .decided(review.reason(), candidates(candidate, review))
                .<Decision>map(it -> new Linked(
                        it.contact(),
                        Judgement.BY_SCORE,
                        review.options().stream()
                                .filter(option -> option.contact() == it.contact())
                                .map(Option::evidence)
                                .distinct()
                                .toList()))
                .orElse(fresh);
    }

    /** The contacts of a case against the participant. */
    private Map<Long, Compared> candidates(Candidate candidate, Review review) {
        Map<Long, Compared> candidates = new TreeMap<>(compared(candidate));
        Set<Long> named = new TreeSet<>();
        review.options().forEach(it -> named.add(it.contact()));
        candidates.keySet().retainAll(named);
        return candidates;
    }

    private Decision capped(Decision fresh) {
        if (!(fresh instanceof Linked linked)
                || linked.rule().equals(PairLists.ALWAYS)
                || !full.contains(linked.contact())) {
            return fresh;
        }
        return new Review(
                Reason.CAP,
                linked.evidence().stream()
                        .map(it -> new Option(linked.contact(), it, linked.rule()))
                        .toList());
    }

    private Decision weighed(Decision fresh, long linked, List<Evidence> evidence) {
        if (fresh instanceof Linked match) {
            return match.contact() == linked
                    ? match
                    : new Review(
                            Reason.CONTRADICTS_LINK,
                            match.evidence().stream()
                                    .map(it -> new Option(match.contact(), it, match.rule()))
                                    .toList());
        }
        return fresh instanceof Unmatched ? new Review(Reason.EVIDENCE_GONE, options(evidence)) : fresh;
    }

    private Map<Long, Compared> compared(Candidate candidate) {
        Shown shown = Shown.of(candidate);
        Map<Long, Compared> compared = new TreeMap<>();
        for (KnownContact contact : candidate.contacts().values()) {
            compared.put(contact.id(), Compared.of(candidate, shown, contact, guards));
        }
        return compared;
    }

    private List<Option> options(List<Evidence> evidence) {
        List<Option> options = new ArrayList<>();
        for (Evidence it : evidence) {
            it.contacts().forEach(contact -> options.add(new Option(contact, it, rule(it))));
        }
        return options;
    }

    /** The first rule that asks for such an identifier; empty where none does. */
    private String rule(Evidence evidence) {
        Field field = Field.valueOf(evidence.type().name());
        return rules.rules().stream()
                .filter(it -> Compared.asksFor(it, field))
                .map(MatchRule::name)
                .findFirst()
                .orElse("");
    }

    /** One participant against all contacts that carry any of the evidence, and that they may be. */
    private final class Weighing {

        private final List<Evidence> all;
        private final List<Evidence> held;
        private final Set<Long> never;
        private final Map<Long, Verdict> verdicts = new TreeMap<>();

        private Weighing(Candidate candidate, Set<Long> never) {
            this.all = candidate.evidence();
            this.never = never;
            this.held = all.stream()
                    .filter(it -> guards.isHeld(it) && !rule(it).isEmpty() && mayBeAny(it.contacts()))
                    .toList();
            compared(candidate).forEach((contact, compared) -> {
                if (!never.contains(contact)) {
                    verdicts.put(contact, compared.verdict(rules));
                }
            });
        }

        private boolean mayBeAny(List<Long> contacts) {
            return contacts.stream().anyMatch(it -> !never.contains(it));
        }

        private Decision decide() {
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
                            || it.isProved()
                                    && guards.isLookedUp(it)
                                    && it.near().contains(contact))
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
            if (held.stream()
                    .anyMatch(it -> it.sharing() != null && !it.sharing().throughout())) {
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
}
