package dev.tributary.casework;

import dev.tributary.casework.Outcome.Status;
import dev.tributary.identity.SharedIdentifierChanges;
import dev.tributary.identity.SharedIdentifierChanges.Before;
import dev.tributary.identity.SharedIdentifierChanges.Which;
import dev.tributary.review.By;
import dev.tributary.review.Desk;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people decide about cases, and take back. Thread-safe.
 *
 * <p>{@link #decide} and {@link #undo} throw {@link dev.tributary.review.RunUnderWay} where a run is at work; then nothing changed.
 */
@Component
public class Verdicts {

    private final Desk desk;
    private final CaseReader reader;
    private final Judging judging;
    private final Following following;
    private final TakingBack takingBack;
    private final SharedIdentifierChanges registry;
    private final JdbcClient jdbc;
    private final Clock clock;

    Verdicts(
            Desk desk,
            CaseReader reader,
            Judging judging,
            Following following,
            TakingBack takingBack,
            SharedIdentifierChanges registry,
            JdbcClient jdbc,
            Clock clock) {
        this.desk = desk;
        this.reader = reader;
        this.judging = judging;
        this.following = following;
        this.takingBack = takingBack;
        this.registry = registry;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Decides all that is answered in one transaction: each answer takes effect or not, and where anything fails none does.
     *
     * @param actor a name of the operating system or the company
     * @return an outcome for each answer, in their order
     */
    public List<Outcome> decide(List<CaseAnswer> answers, String actor) {
        return answers.isEmpty() ? List.of() : desk.decide(() -> decided(answers, actor));
    }

    /** Decides one case. */
    public Outcome decide(CaseAnswer answer, String actor) {
        return decide(List.of(answer), actor).get(0);
    }

    /**
     * Takes a verdict back: all becomes what it was before, and the case waits again.
     *
     * @param verdict its number
     */
    public Undone undo(long verdict, String actor) {
        return desk.decide(() -> takingBack.undo(verdict, new By(actor, "verdict " + verdict + " taken back"), now()));
    }

    /**
     * Takes back what was decided at once, in one transaction; the last verdict first.
     *
     * @param verdicts their numbers
     * @return what became of each, in the order in which they were taken back
     */
    public List<Undone> undo(List<Long> verdicts, String actor) {
        return desk.decide(() -> verdicts.stream()
                .sorted(Comparator.reverseOrder())
                .map(it -> takingBack.undo(it, new By(actor, "verdict " + it + " taken back"), now()))
                .toList());
    }

    /** Every verdict that was ever given on a case, the oldest first; those that were taken back are among them. */
    public List<Verdict> history(long caseId) {
        return GivenVerdicts.ever(jdbc, List.of(caseId)).on(caseId);
    }

    private List<Outcome> decided(List<CaseAnswer> answers, String actor) {
        Map<Long, Set<CaseAnswer>> byCase = new LinkedHashMap<>();
        answers.forEach(it -> byCase.computeIfAbsent(it.caseId(), any -> new LinkedHashSet<>())
                .add(it));
        Map<Long, Case> cases = new HashMap<>();
        reader.read(List.copyOf(byCase.keySet()), false).forEach(it -> cases.put(it.id(), it));
        Map<IdentifierKey, Before> known = known(answers, cases);
        Map<Long, Judged> judged = new LinkedHashMap<>();
        byCase.forEach((id, given) -> judged.put(id, judged(cases.get(id), given, actor, known)));
        List<Ruling> rulings = judged.values().stream()
                .map(Judged::ruling)
                .filter(Objects::nonNull)
                .toList();
        Map<Long, Long> verdicts = following.follow(rulings, now());
        return answers.stream()
                .map(it -> outcome(Objects.requireNonNull(judged.get(it.caseId())), it.caseId(), verdicts))
                .toList();
    }

    private Map<IdentifierKey, Before> known(List<CaseAnswer> answers, Map<Long, Case> cases) {
        Set<Which> which = new HashSet<>();
        for (CaseAnswer it : answers) {
            Case shown = cases.get(it.caseId());
            if (shown != null && it.answer() == Answer.SHARED_IDENTIFIER) {
                Judging.shared(shown, it).forEach(key -> which.add(new Which(key.type(), key.value())));
            }
        }
        Map<IdentifierKey, Before> known = new HashMap<>();
        registry.known(which).forEach(it -> known.put(new IdentifierKey(it.type(), it.value()), it));
        return known;
    }

    private Judged judged(@Nullable Case shown, Set<CaseAnswer> given, String actor, Map<IdentifierKey, Before> known) {
        CaseAnswer first = given.iterator().next();
        if (shown == null) {
            return Judged.leave(first.caseId(), Status.UNKNOWN, "There is no such case.");
        }
        return given.size() > 1
                ? Judged.leave(first.caseId(), Status.REFUSED, "The case is answered twice, and not alike.")
                : judging.judge(shown, first, actor, known);
    }

    private static Outcome outcome(Judged judged, long caseId, Map<Long, Long> verdicts) {
        return judged.outcome() != null
                ? judged.outcome()
                : new Outcome(caseId, Status.APPLIED, "Decided.", verdicts.get(caseId));
    }

    /** As precise as the tables are. */
    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
