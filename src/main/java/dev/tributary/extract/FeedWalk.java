package dev.tributary.extract;

import dev.tributary.definition.FeedExtract;
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
    private final PageWalk requests;
    private final Map<String, String> headers;
    private final Optional<String> before;
    private final Set<URI> seen = new HashSet<>();
    private @Nullable URI next;
    private @Nullable FeedPosition first;

    /** @param requests carries the source, its run and its budget */
    FeedWalk(FeedExtract feed, PageWalk requests, URI address, Map<String, String> headers, Optional<String> before) {
        this.feed = feed;
        this.requests = requests;
        this.headers = headers;
        this.before = before;
        this.next = address;
    }

    boolean unfinished() {
        return next != null;
    }

    SourceRun run() {
        return requests.run();
    }

    String where() {
        return requests.where();
    }

    int retries() {
        return feed.http().retries();
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

    /** The first page is asked for only if it has changed; with it the older ones may have. */
    PageRequest request() {
        Map<String, String> all = new TreeMap<>(headers);
        if (isAtTheFirstPage()) {
            all.putAll(known().conditions());
        }
        return new PageRequest(requests, Objects.requireNonNull(next), all);
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
