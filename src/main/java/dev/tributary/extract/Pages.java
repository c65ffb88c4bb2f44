package dev.tributary.extract;

import dev.tributary.definition.HttpExtract;
import dev.tributary.landing.Delivery;
import dev.tributary.landing.Landing;
import dev.tributary.run.FailureCode;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happens to a page before and after it is fetched. */
@Component
class Pages {

    private static final JsonMapper JSON = new JsonMapper();

    private final Landing landing;
    private final Addresses addresses;
    private final PageOrders orders;

    Pages(Landing landing, Addresses addresses, PageOrders orders) {
        this.landing = landing;
        this.addresses = addresses;
        this.orders = orders;
    }

    /** @throws SourceFailed where something that the definition names is not in the environment */
    public PageWalk walk(SourceRun run) {
        HttpExtract http = (HttpExtract) run.source().extract();
        Position position = http.cursor() == null
                ? null
                : new Position(
                        http.cursor(),
                        run.source().zone(),
                        landing.cursor(run.name()).orElse(null));
        Map<String, String> since =
                position == null ? Map.of() : position.params(run.name(), landing.cursorMoved(run.name()));
        return new PageWalk(run, http, addresses.headers(http), orders.of(http, since), position);
    }

    public PageRequest request(PageWalk walk) {
        return walk.request();
    }

    /** @throws SourceFailed where the answer is not what was asked for */
    public Page check(Answer answer) {
        PageWalk walk = answer.walk();
        return switch (answer.status()) {
            case 200 -> new Page(walk, answer.address(), answer.body(), json(answer));
            case 401, 403 ->
                throw new SourceFailed(
                        FailureCode.UNAUTHORIZED,
                        walk.where() + " refuses our credentials (" + answer.status()
                                + "); renew what extract.auth names, and see what it may read.");
            default -> throw unexpected(answer, "answers " + answer.status(), cure(answer.status()));
        };
    }

    /** Lands the page; the cursor moves with it where no page of the run can be missing below it. */
    public PageWalk land(Page page) {
        PageWalk walk = page.walk();
        Optional<Following> following = walk.after(page);
        walk.position().ifPresent(position -> position.read(page.content()));
        landing.write(
                walk.run().name(),
                new Delivery(
                        page.body(),
                        "page.json",
                        walk.where(),
                        walk.position().map(Position::before).orElse(null),
                        walk.position()
                                .map(position -> position.after(following.isEmpty()))
                                .orElse(null)),
                walk.run().runId());
        walk.run().landed();
        walk.goOn(following);
        return walk;
    }

    /** A login page, half a page and a maintenance notice come with status 200, too. */
    private static Object json(Answer answer) {
        try {
            JsonNode page = JSON.readTree(answer.body());
            if (page.isContainer()) {
                return PlainJson.of(page);
            }
        } catch (JacksonException noJson) {
            // said below, without the parser's words: they quote the page
        }
        String what = answer.body().length == 0 ? "an empty page" : "something that is no JSON page";
        String type = answer.type() == null ? "" : " (" + answer.type().replaceAll("[^\\w/+.;= -]", "") + ")";
        throw unexpected(answer, "answers with " + what + type, "see in a browser what it says");
    }

    private static String cure(int status) {
        return switch (status / 100) {
            case 3 -> "redirects are not followed: put the final address into extract.url";
            case 4 -> "see whether extract.url and its params are right";
            default -> "see what the source's documentation says of it";
        };
    }

    private static SourceFailed unexpected(Answer answer, String what, String cure) {
        return new SourceFailed(FailureCode.UNEXPECTED_ANSWER, answer.walk().where() + " " + what + "; " + cure + ".");
    }
}
