package dev.tributary.extract;

import dev.tributary.decode.DecodeLimits;
import dev.tributary.decode.FeedOutline;
import dev.tributary.definition.FeedExtract;
import dev.tributary.definition.HttpLimits;
import dev.tributary.landing.Delivery;
import dev.tributary.landing.Landing;
import dev.tributary.run.FailureCode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What happens to a feed before and after it is fetched. */
@Component
class Feeds {

    private static final int OK = 200;

    private final Landing landing;
    private final Inquiries inquiries;
    private final Credentials credentials;
    private final AccessTokens tokens;
    private final HttpExchange http;
    private final DecodeLimits limits;

    Feeds(
            Landing landing,
            Inquiries inquiries,
            Credentials credentials,
            AccessTokens tokens,
            HttpExchange http,
            DecodeLimits limits) {
        this.landing = landing;
        this.inquiries = inquiries;
        this.credentials = credentials;
        this.tokens = tokens;
        this.http = http;
        this.limits = limits;
    }

    /** @throws SourceFailed where something that the definition names is not in the environment */
    public FeedWalk walk(SourceRun run) {
        FeedExtract feed = (FeedExtract) run.source().extract();
        URI address = inquiries.of(feed.http().call(), Bound.NOTHING, Map.of()).address();
        return new FeedWalk(feed, run, address, credentials.headers(feed.http()), landing.cursor(run.name()));
    }

    public FeedRequest request(FeedWalk walk) {
        return new FeedRequest(walk);
    }

    /** @throws SourceFailed where there is no whole answer, the other side asks to wait, or the budget is used up */
    public FeedAnswer fetch(FeedRequest request) {
        FeedWalk walk = request.walk();
        HttpLimits limits = walk.http().limits();
        if (!walk.run().request(limits.budget())) {
            throw new SourceFailed(
                    FailureCode.BUDGET_USED_UP,
                    "The " + limits.budget() + " requests that " + walk.where()
                            + " may cost in one run are used up before its last page; raise extract.budget.");
        }
        Optional<AccessToken> token = tokens.of(walk.http());
        URI address = token.map(it -> it.in(walk.address())).orElse(walk.address());
        HttpRequest.Builder asked = HttpRequest.newBuilder(address).GET();
        token.map(it -> it.in(walk.headers())).orElse(walk.headers()).forEach(asked::setHeader);
        return new FeedAnswer(
                walk, walk.address(), http.send(asked.build(), walk.where(), limits.timeout(), status -> status == OK));
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
        FeedRefusals.refuse(answered);
        FeedPosition page = FeedPosition.of(answer.headers(), answer.body());
        if (walk.isAtTheFirstPage() && page.isOfTheSameBytes(walk.known())) {
            walk.end();
            return walk;
        }
        FeedOutline outline = FeedOutline.of(answer.body(), limits);
        if (outline.problem() != null) {
            throw new SourceFailed(
                    FailureCode.UNEXPECTED_ANSWER,
                    walk.where() + " gives no feed that can be read: " + outline.problem() + ".");
        }
        boolean last = walk.isLast(page, following(answered.address(), outline));
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
