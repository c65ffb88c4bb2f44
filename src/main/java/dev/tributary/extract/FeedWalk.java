package dev.tributary.extract;

import dev.tributary.definition.FeedExtract;
import dev.tributary.definition.HttpExtract;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The way from a feed's first page to the last that is wanted. */
final class FeedWalk {

    private final FeedExtract feed;
    private final SourceRun run;
    private final Map<String, String> headers;
    private final Optional<String> before;
    private final Set<URI> seen = new HashSet<>();
    private @Nullable URI next;
    private @Nullable FeedPosition first;

    FeedWalk(FeedExtract feed, SourceRun run, URI address, Map<String, String> headers, Optional<String> before) {
        this.feed = feed;
        this.run = run;
        this.headers = headers;
        this.before = before;
        this.next = address;
    }

    boolean unfinished() {
        return next != null;
    }

    SourceRun run() {
        return run;
    }

    String where() {
        return feed.http().call().url();
    }

    int retries() {
        return feed.http().limits().retries();
    }

    Optional<String> before() {
        return before;
    }

    FeedPosition known() {
        return FeedPosition.of(before);
    }

    boolean isAtTheFirstPage() {
        return first == null;
    }

    HttpExtract http() {
        return feed.http();
    }

    URI address() {
        return Objects.requireNonNull(next);
    }

    /** The first page is asked for only if it has changed; with it the older ones may have. */
    Map<String, String> headers() {
        Map<String, String> all = new TreeMap<>(headers);
        if (isAtTheFirstPage()) {
            all.putAll(known().conditions());
        }
        return all;
    }

    /** Takes the page in. @return whether it is the last that is wanted */
    boolean isLast(FeedPosition page, Optional<URI> following) {
        first = first == null ? page : first;
        seen.add(Objects.requireNonNull(next));
        next = following
                .filter(it -> seen.size() < feed.pages() && !seen.contains(it))
                .orElse(null);
        return next == null;
    }

    /** The feed is known again by its first page. */
    String position() {
        return Objects.requireNonNull(first).text();
    }

    void end() {
        next = null;
    }
}
