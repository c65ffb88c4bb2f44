package dev.tributary.extract;

import dev.tributary.definition.HttpExtract;
import dev.tributary.run.FailureCode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way from the first page of one run to its last. */
final class PageWalk {

    private final SourceRun run;
    private final HttpExtract http;
    private final Map<String, String> headers;
    private final AnswerChecks checks;
    private final Iterator<Leg> legs;
    private final Set<String> seen = new HashSet<>();
    private @Nullable Leg leg;
    private @Nullable Inquiry next;

    PageWalk(SourceRun run, HttpExtract http, Map<String, String> headers, Iterator<Leg> legs) {
        this.run = run;
        this.http = http;
        this.headers = headers;
        this.checks = new AnswerChecks(http.answers());
        this.legs = legs;
        beginLeg();
    }

    SourceRun run() {
        return run;
    }

    HttpExtract http() {
        return http;
    }

    AnswerChecks checks() {
        return checks;
    }

    Optional<Progress> progress() {
        return Optional.ofNullable(leg().progress());
    }

    Asking asking() {
        return leg().asking();
    }

    boolean unfinished() {
        return next != null;
    }

    PageRequest request() {
        return new PageRequest(this, Objects.requireNonNull(next), headers);
    }

    /** The page that comes after this one; empty where this is the last of its leg. */
    Optional<Following> after(Page page) {
        return page.content() == null ? Optional.empty() : leg().order().after(page);
    }

    /** Goes on, to the next leg where nothing follows on this one, and ends where there is none. */
    void goOn(Optional<Following> following) {
        if (following.isEmpty()) {
            beginLeg();
            return;
        }
        next = following.get().inquiry();
        if (!seen.add(following.get().mark())) {
            throw new SourceFailed(
                    FailureCode.CURSOR_REPEATS,
                    where() + " gives a page again, or names one as the next that it named before in this run;"
                            + " see whether extract.page fits.");
        }
    }

    /** The address as the definition writes it: neither secrets nor what a page named are in it. */
    String where() {
        return http.call().url();
    }

    String budgetMessage() {
        String used = "The " + http.limits().budget() + " requests that " + where()
                + " may cost in one run are used up before its last page; what came is landed. ";
        return progress().filter(Progress::movesBeforeTheEnd).isPresent()
                ? used + "The next run goes on there."
                : used + "Raise extract.budget, for the next run begins at the first page again.";
    }

    private Leg leg() {
        return Objects.requireNonNull(leg);
    }

    private void beginLeg() {
        seen.clear();
        leg = legs.hasNext() ? legs.next() : null;
        run.asks(leg == null ? List.of() : List.of(leg.asking()));
        next = leg == null ? null : leg.order().first();
        if (next != null) {
            seen.add(next.address().toString());
        }
    }
}
