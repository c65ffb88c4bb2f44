package dev.tributary.extract;

import dev.tributary.run.FailureCode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Fetches one page, with a token that holds. */
@Component
class PageFetch {

    private static final int OK = 200;

    private final HttpExchange http;
    private final AccessTokens tokens;

    PageFetch(HttpExchange http, AccessTokens tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    /** @throws SourceFailed where no page comes, the source asks to wait, or the budget is used up */
    public Page fetch(PageRequest request) {
        Optional<AccessToken> token = tokens.of(request.walk().http());
        try {
            return ask(request, token);
        } catch (TokenRefused expired) {
            AccessToken refused = token.orElseThrow(() -> expired);
            return ask(
                    request,
                    Optional.of(tokens.inPlaceOf(refused, request.walk().http())));
        }
    }

    private Page ask(PageRequest request, Optional<AccessToken> token) {
        PageWalk walk = request.walk();
        if (!walk.run().request(walk.http().limits().budget())) {
            throw new SourceFailed(FailureCode.BUDGET_USED_UP, walk.budgetMessage());
        }
        Answer answer = http.send(
                request(request, token), walk.where(), walk.http().limits().timeout(), status -> status == OK);
        return walk.checks().page(request, answer);
    }

    private static HttpRequest request(PageRequest request, Optional<AccessToken> token) {
        URI bare = request.inquiry().address();
        Map<String, String> headers = token.map(it -> it.in(request.headers())).orElse(request.headers());
        HttpRequest.Builder http =
                HttpRequest.newBuilder(token.map(it -> it.in(bare)).orElse(bare));
        http.method(request.walk().http().call().method().name(), body(request.inquiry()));
        headers.forEach(http::setHeader);
        return http.build();
    }

    private static BodyPublisher body(Inquiry inquiry) {
        return inquiry.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(inquiry.body());
    }
}
