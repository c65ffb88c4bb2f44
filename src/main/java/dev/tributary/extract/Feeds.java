package dev.tributary.extract;

import dev.tributary.decode.FeedOutline;
import dev.tributary.definition.FeedExtract;
import dev.tributary.landing.Delivery;
import dev.tributary.landing.Landing;
import dev.tributary.run.FailureCode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What happens to a feed before and after it is fetched. */
@Component
class Feeds {

    private final Landing landing;
    private final Addresses addresses;
    private final PageOrders orders;
    private final HttpFetch http;

    Feeds(Landing landing, Addresses addresses, PageOrders orders, HttpFetch http) {
        this.landing = landing;
        this.addresses = addresses;
        this.orders = orders;
        this.http = http;
    }

    /** @throws SourceFailed where something that the definition names is not in the environment */
    public FeedWalk walk(SourceRun run) {
        FeedExtract feed = (FeedExtract) run.source().extract();
        Map<String, String> headers = addresses.headers(feed.http());
        PageOrder order = orders.of(feed.http(), Map.of());
        PageWalk requests = new PageWalk(run, feed.http(), headers, order, null);
        return new FeedWalk(feed, requests, order.first(), headers, landing.cursor(run.name()));
    }

    public FeedRequest request(FeedWalk walk) {
        return new FeedRequest(walk);
    }

    /** @throws SourceFailed as {@link HttpFetch#fetch} */
    public FeedAnswer fetch(FeedRequest request) {
        return new FeedAnswer(request.walk(), http.fetch(request.walk().request()));
    }

    /**
     * Lands the page as it is. The cursor moves with the last one, so that a run that breaks off reads all of them again.
     *
     * @throws SourceFailed where it is no feed that can be read
     */
    public FeedWalk land(FeedAnswer answered) {
        FeedWalk walk = answered.walk();
        Answer answer = answered.answer();
        if (answer.status() == 304) {
            walk.end();
            return walk;
        }
        FeedRefusals.refuse(walk, answer);
        FeedPosition page = FeedPosition.of(answer.headers(), answer.body());
        if (walk.isAtTheFirstPage() && page.isOfTheSameBytes(walk.known())) {
            walk.end();
            return walk;
        }
        FeedOutline outline = FeedOutline.of(answer.body());
        if (outline.problem() != null) {
            throw new SourceFailed(
                    FailureCode.UNEXPECTED_ANSWER,
                    walk.where() + " gives no feed that can be read: " + outline.problem() + ".");
        }
        boolean last = walk.isLast(page, following(answer.address(), outline));
        landing.write(
                walk.run().name(), delivery(walk, answer, last), walk.run().runId());
        walk.run().landed();
        return walk;
    }

    /** On the same host only: another must not see our credentials. */
    private static Optional<URI> following(URI address, FeedOutline outline) {
        try {
            return Optional.ofNullable(outline.next())
                    .map(link ->
                            link.startsWith("?") ? address.resolve(address.getRawPath() + link) : address.resolve(link))
                    .filter(next -> FeedRefusals.sameHost(address, next) && next.getRawUserInfo() == null);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static Delivery delivery(FeedWalk walk, Answer answer, boolean last) {
        return new Delivery(
                answer.body(), "feed.xml", walk.where(), walk.before().orElse(null), last ? walk.position() : null);
    }
}
