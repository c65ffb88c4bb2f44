package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A company is made up, taken in, and compared with what is true of it; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MadeUpCompanies {

    private Installation installation;
    private JsonNode made;
    private Ended night;
    private JsonNode evaluated;
    private JsonNode more;
    private Ended nextNight;
    private JsonNode evaluatedAgain;

    abstract Installation installedIn(Path home);

    @BeforeAll
    void twoNights(@TempDir Path folder) {
        Path home = folder.resolve("company");
        installation = installedIn(home);
        made = generated(home, "--interactions", "3000", "--people", "600", "--contacts", "300", "--seed", "5");
        night = installation.tributary("--json", "sync", "--date", "2026-07-01");
        evaluated = evaluated(home);
        more = generated(home, "--more", "100");
        nextNight = installation.tributary("--json", "sync", "--date", "2026-07-02");
        evaluatedAgain = evaluated(home);
    }

    private JsonNode generated(Path home, String... options) {
        List<String> line = new ArrayList<>(List.of("--json", "generate", "--to", home.toString()));
        line.addAll(List.of(options));
        Ended ended = installation.tributary(line.toArray(String[]::new));
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return ended.json().path("made");
    }

    private JsonNode evaluated(Path home) {
        Ended ended = installation.tributary("--json", "evaluate", home.toString());
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return ended.json();
    }

    @Test
    void everyShapeIsReadAndOnlyWhatIsBrokenIsPutAside() {
        RunAssert.assertThat(night).completed();

        assertThat(total(night, "quarantined"))
                .isEqualTo(made.path("broken").asLong())
                .isPositive();
        assertThat(total(night, "new")).isEqualTo(3_000 + made.path("notes").asLong());
        assertThat(total(night, "duplicate"))
                .isGreaterThanOrEqualTo(made.path("proved").asLong());
        assertThat(installation.rows("SELECT COUNT(*) FROM interaction WHERE deleted_at IS NOT NULL"))
                .containsExactly(made.path("withdrawn").asString());
        assertThat(installation.rows("SELECT COUNT(DISTINCT channel) FROM interaction"))
                .containsExactly("6");
    }

    @Test
    void theAnswersStandWhereTheyAnswer() {
        assertThat(installation.rows("SELECT COUNT(*) FROM interaction i WHERE i.in_reply_to IS NOT NULL AND NOT EXISTS"
                        + " (SELECT 1 FROM interaction p WHERE p.natural_key = i.parent_key)"
                        + " AND i.type <> 'COMMENT'"))
                .containsExactly("0");
        assertThat(Integer.parseInt(installation
                        .rows("SELECT COUNT(*) FROM interaction WHERE in_reply_to IS NOT NULL")
                        .get(0)))
                .isGreaterThan(400);
    }

    @Test
    void theLinksAreRightAndNearlyAllThatTheDataProves() {
        JsonNode links = evaluated.at("/evaluation/links");

        assertThat(links.path("unseen").asLong()).isZero();
        assertThat(links.path("beyond").asLong()).isZero();
        assertThat(links.path("participants").asLong())
                .isEqualTo(night.json().at("/people/participants").asLong());
        assertThat(links.at("/all/precision").asDouble()).isGreaterThanOrEqualTo(0.99);
        assertThat(links.at("/provable/truth").asLong()).isGreaterThan(100);
        assertThat(links.at("/provable/recall").asDouble()).isGreaterThanOrEqualTo(0.97);
        assertThat(links.at("/provable/right").asLong() + links.path("asked").asLong())
                .as("who could be proved is linked or asked about")
                .isEqualTo(links.at("/provable/truth").asLong());
    }

    @Test
    void whatTellsOneIdIsOneAndWordsAloneOnlySuggest() {
        JsonNode proved = evaluated.at("/evaluation/duplicates/proved");
        JsonNode suggested = evaluated.at("/evaluation/duplicates/suggested");

        assertThat(proved.path("truth").asLong())
                .isEqualTo(made.path("proved").asLong())
                .isPositive();
        assertThat(proved.path("precision").asDouble()).isEqualTo(1.0);
        assertThat(proved.path("recall").asDouble()).isEqualTo(1.0);
        assertThat(suggested.path("truth").asLong())
                .isEqualTo(made.path("likely").asLong())
                .isPositive();
        assertThat(suggested.path("recall").asDouble()).isBetween(0.4, 0.95);
        assertThat(suggested.path("precision").asDouble()).isGreaterThan(0.8);
    }

    @Test
    void whatIsAddedLaterIsAllThatIsNew() {
        RunAssert.assertThat(nextNight).completed();

        assertThat(total(nextNight, "new")).isEqualTo(100 + more.path("notes").asLong());
        assertThat(total(nextNight, "read")).isLessThan(250);
        assertThat(evaluatedAgain.path("balances").asBoolean()).isTrue();
        assertThat(evaluatedAgain.path("run").asLong())
                .isEqualTo(evaluated.path("run").asLong() + 1);
        assertThat(evaluatedAgain.at("/equation/new").asLong()).isEqualTo(total(nextNight, "new"));
        assertThat(evaluatedAgain.at("/evaluation/links/unseen").asLong()).isZero();
        assertThat(evaluatedAgain.at("/evaluation/duplicates/proved/truth").asLong())
                .isEqualTo(made.path("proved").asLong() + more.path("proved").asLong());
    }

    private static long total(Ended run, String outcome) {
        return run.json()
                .path("sources")
                .valueStream()
                .mapToLong(source -> source.path(outcome).asLong())
                .sum();
    }
}
