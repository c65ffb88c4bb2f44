package dev.tributary.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.testing.TestDatabase;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Prometheus is told of three nights; the same on every database. */
abstract class Measured {

    private static final Instant NOW = Instant.parse("2026-06-03T08:00:00Z");

    abstract TestDatabase database();

    @BeforeEach
    void twoNightsAreInAndOneIsHeld() {
        database().clear();
        change("DELETE FROM BATCH_STEP_EXECUTION_CONTEXT");
        change("DELETE FROM BATCH_STEP_EXECUTION");
        run("2026-06-01", "COMPLETED", "2026-06-01 03:30:00", "'2026-06-01 03:40:00.250000'");
        run("2026-06-02", "PARTIAL", "2026-06-02 03:30:00", "'2026-06-02 04:00:00'");
        run("2026-06-03", "HELD", "2026-06-03 03:30:00", "'2026-06-03 03:31:30'");
        for (int night = 0; night < 3; night++) {
            source(night, "mail", "COMPLETED", 10 + night);
            source(night, "chat", night == 0 ? "COMPLETED" : "FAILED", night);
        }
        change(
                "INSERT INTO quarantined_record (source, segment, line, ordinal, code, message, mapping, first_run, last_run, attempts,"
                        + " mended_run) VALUES ('mail', 1, 1, 0, 'NOT_MAPPED', 'm', 'm', 1, 1, 1, NULL),"
                        + " ('mail', 1, 2, 0, 'NOT_MAPPED', 'm', 'm', 1, 1, 1, NULL), ('mail', 1, 3, 0, 'NOT_MAPPED', 'm', 'm', 1, 1, 1, 2)");
        change(
                "INSERT INTO landing_segment (source, sequence, file, origin, bytes, sha256, state, landed_run, landed_at)"
                        + " SELECT 'mail', 1, 'f', 'o', 1, 'h', 'STAGED', MIN(id), '2026-06-02 12:00:00' FROM sync_run");
        change(
                "INSERT INTO notice (job, business_date, kind, moment, target, title, words, state, written_at, due_at, tries)"
                        + " VALUES ('nightly-sync', '2026-06-03', 'HELD', '2026-06-03 03:31:30', 'MAIL', 't', 'w', 'WAITING', '2026-06-03 04:00:00',"
                        + " '2026-06-03 04:00:00', 1)");
    }

    @Test
    void isWhatTheDatabaseHolds() {
        assertThat(measured())
                .containsEntry("tributary.runs[COMPLETED]", 1.0)
                .containsEntry("tributary.runs[PARTIAL]", 1.0)
                .containsEntry("tributary.runs[HELD]", 1.0)
                .containsEntry("tributary.run.last[HELD]", 1.0)
                .doesNotContainKey("tributary.run.last[PARTIAL]")
                .containsEntry("tributary.run.last.duration[]", 90.0)
                .containsEntry("tributary.night.completed.timestamp[]", seconds("2026-06-02T04:00:00Z"))
                .containsEntry("tributary.night.date.timestamp[]", seconds("2026-06-02T00:00:00Z"))
                .containsEntry("tributary.source.records[READ, mail]", 12.0)
                .containsEntry("tributary.source.records[NEW, mail]", 12.0)
                .containsEntry("tributary.source.success.timestamp[mail]", seconds("2026-06-03T03:30:00Z"))
                .containsEntry("tributary.source.success.timestamp[chat]", seconds("2026-06-01T03:30:00Z"))
                .containsEntry("tributary.source.landed.timestamp[mail]", seconds("2026-06-02T12:00:00Z"))
                .containsEntry("tributary.source.failed[mail]", 0.0)
                .containsEntry("tributary.source.failed[chat]", 1.0)
                .containsEntry("tributary.quarantine.open[mail]", 2.0)
                .containsEntry("tributary.notices[WAITING]", 1.0)
                .containsEntry("tributary.measured.timestamp[]", seconds("2026-06-03T08:00:00Z"));
    }

    @Test
    void isTheSameOnEachNodeAndAfterARestart() {
        assertThat(measured()).isEqualTo(measured());
    }

    @Test
    void followsWhatChangesAndForgetsWhatIsGone() {
        MeterRegistry registry = new SimpleMeterRegistry();
        Gauges gauges = new Gauges(registry, database().bean(JdbcClient.class), Clock.fixed(NOW, ZoneOffset.UTC));
        gauges.measure();
        change("UPDATE sync_run SET state = 'COMPLETED' WHERE state = 'HELD'");
        change("UPDATE quarantined_record SET mended_run = 3");
        gauges.measure();

        assertThat(values(registry))
                .containsEntry("tributary.runs[COMPLETED]", 2.0)
                .containsEntry("tributary.run.last[COMPLETED]", 1.0)
                .doesNotContainKeys(
                        "tributary.runs[HELD]", "tributary.run.last[HELD]", "tributary.quarantine.open[mail]");
    }

    private Map<String, Double> measured() {
        MeterRegistry registry = new SimpleMeterRegistry();
        new Gauges(registry, database().bean(JdbcClient.class), Clock.fixed(NOW, ZoneOffset.UTC)).measure();
        return values(registry);
    }

    /** By the name and, in brackets, the values of the labels but the job's. */
    private static Map<String, Double> values(MeterRegistry registry) {
        Map<String, Double> values = new TreeMap<>();
        for (Meter meter : registry.getMeters()) {
            String labels = meter.getId().getTags().stream()
                    .filter(tag -> !tag.getKey().equals("job.name"))
                    .map(tag -> tag.getValue())
                    .collect(Collectors.joining(", ", "[", "]"));
            values.put(
                    meter.getId().getName() + labels,
                    meter.measure().iterator().next().getValue());
        }
        return values;
    }

    private void run(String date, String state, String startedAt, String endedAt) {
        change(
                "INSERT INTO sync_run (job, business_date, attempt, state, started_at, ended_at, published) VALUES ('nightly-sync', '"
                        + date + "', 1, '" + state + "', '" + startedAt + "', " + endedAt + ", FALSE)");
    }

    private void source(int night, String source, String state, int records) {
        String run =
                "SELECT id, '" + source + "', %s FROM sync_run WHERE business_date = '2026-06-0" + (night + 1) + "'";
        change("INSERT INTO sync_run_source (run_id, source, state) " + run.formatted("'" + state + "'"));
        change("INSERT INTO sync_run_count (run_id, source, partition_no, outcome, records) "
                + run.formatted("0, 'READ', " + records));
        change("INSERT INTO sync_run_count (run_id, source, partition_no, outcome, records) "
                + run.formatted("1, 'NEW', " + records));
    }

    private void change(String sql) {
        database().jdbc().update(sql);
    }

    private static double seconds(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }
}
