package dev.tributary.extract;

import dev.tributary.definition.HttpExtract;
import dev.tributary.run.FailureCode;
import java.net.URI;
import java.util.HashSet;
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
    private final PageOrder order;
    private final @Nullable Position position;
    private final Set<String> seen = new HashSet<>();
    private @Nullable URI next;

    PageWalk(
            SourceRun run,
            HttpExtract http,
            Map<String, String> headers,
            PageOrder order,
            @Nullable Position position) {
        this.run = run;
        this.http = http;
        this.headers = headers;
        this.order = order;
        this.position = position;
        this.next = order.first();
        seen.add(next.toString());
    }

    SourceRun run() {
        return run;
    }

    HttpExtract http() {
        return http;
    }

    Optional<Position> position() {
        return Optional.ofNullable(position);
    }

    boolean unfinished() {
        return next != null;
    }

    PageRequest request() {
        return new PageRequest(this, Objects.requireNonNull(next), headers);
    }

    /** The page that comes after this one; empty where this is the last. */
    Optional<Following> after(Page page) {
        return order.after(page);
    }

    /** Goes on, or ends where nothing follows. */
    void goOn(Optional<Following> following) {
        next = following.map(Following::address).orElse(null);
        if (following.isPresent() && !seen.add(following.get().mark())) {
            throw new SourceFailed(
                    FailureCode.CURSOR_REPEATS,
                    where() + " gives a page again, or names one as the next that it named before in this run;"
                            + " see whether extract.page fits.");
        }
    }

    /** The address as the definition writes it: neither secrets nor what a page named are in it. */
    String where() {
        return http.url();
    }

    String budgetMessage() {
        String used = "The " + http.budget() + " requests that " + where()
                + " may cost in one run are used up before its last page; what came is landed. ";
        return position != null && position.movesWithEachPage()
                ? used + "The next run goes on there."
                : used + "Raise extract.budget, for the next run begins at the first page again.";
    }
}
