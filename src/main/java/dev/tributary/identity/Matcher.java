package dev.tributary.identity;

import dev.tributary.identity.Candidate.KnownContact;
import dev.tributary.identity.Candidate.StandingLink;
import dev.tributary.identity.Compared.Verdict;
import dev.tributary.identity.Decision.Linked;
import dev.tributary.identity.Decision.Option;
import dev.tributary.identity.Decision.Review;
import dev.tributary.identity.Decision.Unmatched;
import dev.tributary.identity.Explanation.RuleResult;
import dev.tributary.match.Judgement;
import dev.tributary.match.MatchRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides which contact a participant is, by the rules of the file and within the guards: only an identifier that exactly one contact
 * carries, and that the channel or the person proved, decides by itself; when unsure, a person does. The order of the evidence makes
 * no difference. Thread-safe.
 */
final class Matcher {

    private final MatchRules rules;
    private final Guards guards;
    private final PairLists pairs;
    private final Set<Long> full;
    private final Answered answered;
    private final Likelihood likelihood;

    /**
     * @param pairs what the file says of a participant and a contact
     * @param full contacts that get no further link in this run
     * @param answered what is not asked again
     */
    Matcher(MatchRules rules, Guards guards, PairLists pairs, Set<Long> full, Answered answered) {
        this.rules = rules;
        this.guards = guards;
        this.pairs = pairs;
        this.full = Set.copyOf(full);
        this.answered = answered;
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
                : byScore(candidate, weighing(candidate, never).decide());
        return settled(
                candidate, standing == null ? capped(fresh) : weighed(fresh, standing.contact(), candidate.evidence()));
    }

    /** What a person answered is not asked again; a link that they left stands. */
    private Decision settled(Candidate candidate, Decision decision) {
        if (!(decision instanceof Review review) || !answered.covers(candidate.participant(), review.options())) {
            return decision;
        }
        StandingLink standing = candidate.standing();
        return standing == null
                ? new Unmatched(Reason.SAID_TO_BE_SHARED)
                : new Linked(standing.contact(), "", candidate.evidence());
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

    private Weighing weighing(Candidate candidate, Set<Long> never) {
        Map<Long, Verdict> verdicts = new TreeMap<>();
        compared(candidate).forEach((contact, compared) -> {
            if (!never.contains(contact)) {
                verdicts.put(contact, compared.verdict(rules));
            }
        });
        return new Weighing(candidate.evidence(), verdicts, never, rules, guards);
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
            it.contacts().forEach(contact -> options.add(new Option(contact, it, Compared.firstThatAsks(rules, it))));
        }
        return options;
    }
}
