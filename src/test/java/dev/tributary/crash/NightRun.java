package dev.tributary.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.testing.MySql;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command that does a night's work, on one home folder and one database, as often as it takes. */
final class NightRun {

    private static final String CHUNK = "tributary.stage.chunk";
    private static final int RECORDS_A_CHUNK = 100;
    private static final int MANY_RECORDS_A_CHUNK = 1_000;
    private static final String[] COMMAND = {"--json", "sync", "--date", Night.DATE};
    private static final List<String> OUTCOMES =
            List.of("new", "updated", "unchanged", "duplicate", "filtered", "suppressed", "quarantined");

    private final Path home;
    private final MySql.@Nullable Database database;
    private final TributaryProcess.Command command;

    private NightRun(Path home, MySql.@Nullable Database database, int chunk) {
        this.home = home;
        this.database = database;
        this.command = TributaryProcess.command()
                .with(CHUNK, chunk)
                .environment(database == null ? Map.of() : database.environment());
    }

    /** @param database null for the H2 file in the home folder */
    static NightRun in(Path home, MySql.@Nullable Database database) {
        return new NightRun(home, database, RECORDS_A_CHUNK);
    }

    /** The same of a large night, with as many records a chunk as an installation has. */
    static NightRun ofMany(Path home, MySql.Database database) {
        return new NightRun(home, database, MANY_RECORDS_A_CHUNK);
    }

    NightRun with(String property, Object value) {
        command.with(property, value);
        return this;
    }

    TributaryProcess start() {
        return command.start(home, COMMAND);
    }

    TributaryProcess.Ended run() {
        return command.run(home, COMMAND);
    }

    /** Starts, and stands still at a moment of a step; the caller kills it. */
    TributaryProcess frozen(String step, int moment) {
        return frozen(step, String.valueOf(moment));
    }

    private TributaryProcess frozen(String step, String moment) {
        TributaryProcess process = with(Moments.FREEZE, step + ":" + moment).start();
        if (!process.says(Moments.FROZEN + step)) {
            throw new AssertionError("Never came to moment " + moment + " of " + step + ":\n" + process.err());
        }
        return process;
    }

    void killedIn(String step, int moment) {
        killedAt(step, String.valueOf(moment));
    }

    /** Killed just before the n-th statement of the step that holds these words. */
    void killedBefore(String step, int nth, String words) {
        killedAt(step, nth + ":" + words);
    }

    private void killedAt(String step, String moment) {
        try (TributaryProcess process = frozen(step, moment)) {
            process.kill();
        }
    }

    /** The same command again, in a JVM of its own: Spring Batch tells the steps of two applications in one JVM apart by their numbers alone. */
    TributaryProcess.Ended endsLike(Undisturbed undisturbed, String how) {
        TributaryProcess.Ended ended = run();
        assertThat(ended.exitCode()).as(how + ": " + ended.err() + ended.out()).isZero();
        JsonNode night = JsonMapper.shared().readTree(ended.out());
        assertThat(night.get("state").asString()).as(how).isEqualTo("COMPLETED");
        night.get("sources").forEach(source -> balances(source, how));
        assertThat(Tables.differences(undisturbed.tables(), tables())).as(how).isEmpty();
        assertThat(Night.dropped(home)).as(how).isZero();
        return ended;
    }

    Map<String, List<String>> tables() {
        return database == null ? Tables.ofHome(home) : Tables.of(database);
    }

    private static void balances(JsonNode source, String how) {
        long accounted =
                OUTCOMES.stream().mapToLong(it -> source.get(it).asLong()).sum();
        assertThat(accounted)
                .as(how + ": " + source)
                .isEqualTo(source.get("read").asLong());
    }
}
