package dev.tributary.casework;

import dev.tributary.casework.Outcome.Status;
import dev.tributary.identity.SharedIdentifierChanges.Before;
import dev.tributary.review.By;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether an answer can be followed. What a person decided is never overruled by another, nor by an answer to older evidence. */
@Component
class Judging {

    private final Deciders deciders;

    Judging(Deciders deciders) {
        this.deciders = deciders;
    }

    /** @param registry what it holds of the identifiers that are said to be shared */
    Judged judge(Case shown, CaseAnswer answer, String actor, Map<IdentifierKey, Before> registry) {
        Verdict settled = settled(shown);
        Optional<Judged> before = shown.state() == CaseState.OPEN
                ? saidBefore(shown, answer, actor)
                : saidOtherwise(shown, answer, settled, actor);
        if (before.isPresent()) {
            return before.get();
        }
        if (!shown.stamp().equals(answer.stamp())) {
            return leave(answer, Status.STALE, "The evidence changed since. Look at the case again.");
        }
        if (settled != null) {
            return refuse(answer, "You decided otherwise on " + shown(settled.decidedAt()) + "; take that back first");
        }
        if (shown.state() == CaseState.CLOSED) {
            return leave(answer, Status.STALE, "A night found an answer since: nothing is asked any more.");
        }
        return ruling(shown, answer, new By(actor, answer.comment()), registry);
    }

    /** The verdict by which the case left the queue; null where none did. */
    private static @Nullable Verdict settled(Case shown) {
        return shown.state() != CaseState.DECIDED
                ? null
                : shown.verdicts().stream()
                        .filter(it -> it.answer().decides())
                        .reduce((first, second) -> second)
                        .orElse(null);
    }

    private static Optional<Judged> saidBefore(Case shown, CaseAnswer answer, String actor) {
        if (answer.answer() == Answer.NOT_SURE) {
            return shown.verdicts().stream()
                    .filter(it -> it.answer() == Answer.NOT_SURE
                            && it.actor().equals(actor)
                            && (answer.comment() == null
                                    || Objects.equals(new By(actor, answer.comment()).reason(), it.comment())))
                    .reduce((first, second) -> second)
                    .map(Judged::asBefore);
        }
        String named = answer.contact();
        boolean refused = answer.answer() == Answer.DIFFERENT_PEOPLE
                && shown.contacts().stream()
                        .anyMatch(it -> it.refused() && it.contact().equals(named));
        return refused
                ? Optional.of(leave(answer, Status.UNCHANGED, "It was said before that it is not this contact."))
                : Optional.empty();
    }

    private Optional<Judged> saidOtherwise(Case shown, CaseAnswer answer, @Nullable Verdict settled, String actor) {
        if (says(shown, answer)) {
            return Optional.of(
                    settled == null ? leave(answer, Status.UNCHANGED, "It is so already.") : Judged.asBefore(settled));
        }
        if (settled != null && !settled.actor().equals(actor)) {
            return Optional.of(conflict(answer, settled.actor(), settled.decidedAt()));
        }
        if (settled == null && shown.state() == CaseState.DECIDED) {
            return Optional.of(deciders.last(shown.participant().id())
                    .map(it -> conflict(answer, it.actor(), it.decidedAt()))
                    .orElseGet(() -> leave(answer, Status.STALE, "The case was decided since.")));
        }
        return Optional.empty();
    }

    /** Whether what is so already is what the answer says. */
    private static boolean says(Case shown, CaseAnswer answer) {
        return switch (answer.answer()) {
            case SAME_PERSON ->
                shown.contacts().stream()
                        .anyMatch(it -> it.linked()
                                && (answer.contact() == null
                                        ? shown.contacts().size() == 1
                                        : it.contact().equals(answer.contact())));
            case DIFFERENT_PEOPLE ->
                !shown.contacts().isEmpty()
                        && shown.contacts().stream()
                                .filter(it ->
                                        answer.contact() == null || it.contact().equals(answer.contact()))
                                .allMatch(ProposedContact::refused);
            case SHARED_IDENTIFIER ->
                shown.verdicts().stream()
                        .anyMatch(it -> it.answer() == Answer.SHARED_IDENTIFIER
                                && it.identifiers().containsAll(answer.identifiers())
                                && (answer.kind() == null || answer.kind() == it.kind()));
            case NOT_SURE -> false;
        };
    }

    private static Judged ruling(Case shown, CaseAnswer answer, By by, Map<IdentifierKey, Before> registry) {
        return switch (answer.answer()) {
            case SAME_PERSON -> same(shown, answer, by);
            case DIFFERENT_PEOPLE -> different(shown, answer, by);
            case SHARED_IDENTIFIER -> shared(shown, answer, by, registry);
            case NOT_SURE -> Judged.follow(new Ruling(shown, answer, null, List.of(), List.of(), false, by));
        };
    }

    private static Judged same(Case shown, CaseAnswer answer, By by) {
        List<ProposedContact> proposed = shown.proposed();
        if (answer.contact() == null) {
            return proposed.size() == 1
                    ? Judged.follow(new Ruling(shown, answer, proposed.get(0), List.of(), List.of(), true, by))
                    : refuse(
                            answer,
                            proposed.isEmpty() ? "No contact is proposed" : "Several contacts are proposed: say which");
        }
        return proposed.stream()
                .filter(it -> it.contact().equals(answer.contact()))
                .findFirst()
                .map(it -> Judged.follow(new Ruling(shown, answer, it, List.of(), List.of(), true, by)))
                .orElseGet(() -> refuse(answer, "The contact that is named is none of those proposed"));
    }

    private static Judged different(Case shown, CaseAnswer answer, By by) {
        List<ProposedContact> proposed = shown.proposed();
        List<ProposedContact> refused = proposed.stream()
                .filter(it -> answer.contact() == null || it.contact().equals(answer.contact()))
                .toList();
        if (refused.isEmpty()) {
            return refuse(
                    answer,
                    answer.contact() == null
                            ? "No contact is proposed"
                            : "The contact that is named is none of those proposed");
        }
        ProposedContact named = answer.contact() == null ? null : refused.get(0);
        boolean settles = refused.size() == proposed.size();
        return Judged.follow(new Ruling(shown, answer, named, refused, List.of(), settles, by));
    }

    private static Judged shared(Case shown, CaseAnswer answer, By by, Map<IdentifierKey, Before> registry) {
        List<IdentifierKey> shared = shared(shown, answer);
        List<IdentifierKey> theirs = shown.participant().identifiers().stream()
                .map(KnownIdentifier::key)
                .toList();
        if (shared.isEmpty()) {
            return refuse(answer, "No identifier points to a contact: say which is shared");
        }
        if (!theirs.containsAll(shared)) {
            return refuse(answer, "The identifier that is named is none of this participant's");
        }
        return shared.stream()
                .map(registry::get)
                .filter(row -> row != null && isOtherwise(row, answer, by))
                .findFirst()
                .map(row ->
                        conflict(answer, Objects.requireNonNull(row.actor()), Objects.requireNonNull(row.decided())))
                .orElseGet(() -> Judged.follow(new Ruling(shown, answer, null, List.of(), shared, true, by)));
    }

    /** The identifiers that an answer means. */
    static List<IdentifierKey> shared(Case shown, CaseAnswer answer) {
        return answer.identifiers().isEmpty() ? List.copyOf(shown.restsOn()) : answer.identifiers();
    }

    private static boolean isOtherwise(Before row, CaseAnswer answer, By by) {
        boolean differs = row.ended() != null || answer.kind() != null && answer.kind() != row.kind();
        return row.isStewards() && differs && !by.actor().equals(row.actor());
    }

    private static Judged conflict(CaseAnswer answer, String actor, LocalDateTime when) {
        return leave(answer, Status.CONFLICT, actor + " decided otherwise on " + shown(when) + ".");
    }

    private static String shown(LocalDateTime at) {
        return at.truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ') + " UTC";
    }

    private static Judged refuse(CaseAnswer answer, String why) {
        return leave(answer, Status.REFUSED, why + ".");
    }

    private static Judged leave(CaseAnswer answer, Status status, String message) {
        return Judged.leave(answer.caseId(), status, message);
    }
}
