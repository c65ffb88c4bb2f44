package dev.tributary.extract;

import dev.tributary.definition.HttpExtract;
import dev.tributary.landing.Delivery;
import dev.tributary.landing.Landing;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What happens to a page before and after it is fetched. */
@Component
class Pages {

    private final Landing landing;
    private final Credentials credentials;
    private final Legs legs;

    Pages(Landing landing, Credentials credentials, Legs legs) {
        this.landing = landing;
        this.credentials = credentials;
        this.legs = legs;
    }

    /** @throws SourceFailed where something that the definition names is not in the environment */
    public PageWalk walk(SourceRun run) {
        HttpExtract http = (HttpExtract) run.source().extract();
        return new PageWalk(run, http, credentials.headers(http), legs.of(run, http));
    }

    public PageRequest request(PageWalk walk) {
        return walk.request();
    }

    /**
     * Lands the page; the cursor moves with it where no page of the run can be missing below it. With the last page of a leg it is
     * noted in the same transaction what came of it.
     */
    public PageWalk land(Page page) {
        PageWalk walk = page.walk();
        Optional<Following> following = walk.after(page);
        if (page.content() != null) {
            walk.progress().ifPresent(it -> it.read(page.content()));
            walk.asking().read(page.content());
        }
        write(page, following.isEmpty());
        walk.goOn(following);
        return walk;
    }

    /** Of an answer that there is nothing, which ends its leg, nothing is kept but how far it reaches. */
    private void write(Page page, boolean last) {
        PageWalk walk = page.walk();
        SourceRun run = walk.run();
        Optional<Progress> progress = walk.progress();
        String cursor = progress.map(it -> it.after(last)).orElse(null);
        if (page.content() == null) {
            landing.note(walk.asking().ended(run), cursor);
            return;
        }
        String before = progress.map(Progress::before).orElse(null);
        landing.write(
                run.name(),
                new Delivery(page.answer().body(), "page.json", walk.where(), before, cursor),
                run.runId(),
                last ? walk.asking().ended(run) : null);
        run.landed();
    }
}
