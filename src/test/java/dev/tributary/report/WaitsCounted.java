package dev.tributary.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.interaction.Direction;
import dev.tributary.run.Counted;
import dev.tributary.run.RunState;
import dev.tributary.testing.TestDatabase;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The waits that are told night by night, against those of all messages at once; the same on every database. */
abstract class WaitsCounted {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 9, 9, 0);
    private static final String WEEKS = "SELECT * FROM response_week ORDER BY channel, week_start";
    private static final String ANSWERS = "SELECT * FROM response_answers ORDER BY channel, week_start, part";
    private static final String FIRST_WORDS = "SELECT * FROM customer_episode ORDER BY episode, channel";
    private static final String CONVERSATIONS = "SELECT * FROM response_channel ORDER BY channel";
    private static final String WAITS = "SELECT * FROM response_wait ORDER BY interaction_id, episode";

    private final TestDatabase database;
    private Records records;
    private JdbcTemplate jdbc;
    private long run;
    private int messages;

    WaitsCounted(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void nobodyWaits() {
        database.clear();
        jdbc = database.jdbc();
        records = new Records(database.bean(DataSource.class));
        messages = 0;
        run = records.run(RunState.RUNNING);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsToldNightByNightIsWhatAllMessagesTell(long seed) {
        Random chance = new Random(seed);
        List<Long> said = new ArrayList<>();
        for (int night = 0; night < 5; night++) {
            somethings(chance, said);
            if (chance.nextInt(4) > 0) {
                tell();
                agreesWithTheReport();
            }
            run = records.run(RunState.RUNNING);
        }
        tell();
        agreesWithTheReport();
        isWhatIsToldFromScratch();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aNightThatGoesOnAfterALaterOneIsToldToo(long seed) {
        Random chance = new Random(seed);
        List<Long> said = new ArrayList<>();
        somethings(chance, said);
        tell();
        long interrupted = records.run(RunState.FAILED);
        run = interrupted;
        somethings(chance, said);
        run = records.run(RunState.RUNNING);
        somethings(chance, said);
        tell();
        run = interrupted;
        somethings(chance, said);
        tell();
        agreesWithTheReport();
        isWhatIsToldFromScratch();
    }

    @Test
    void weeksThatAnOlderVersionAddedUpAreReportedAndKeptByTheNextNight() {
        Random chance = new Random(1);
        List<Long> said = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            somethings(chance, said);
        }
        tell();
        List<Map<String, String>> answers = database.rows(ANSWERS);
        jdbc.update("DELETE FROM response_answers");
        agreesWithTheReport();

        run = records.run(RunState.RUNNING);
        tell();

        assertThat(answers).isNotEmpty().isEqualTo(database.rows(ANSWERS));
        agreesWithTheReport();
    }

    private void isWhatIsToldFromScratch() {
        List<Map<String, String>> waits = database.rows(WAITS);
        List<Map<String, String>> weeks = database.rows(WEEKS);
        List<Map<String, String>> answers = database.rows(ANSWERS);
        List<Map<String, String>> firstWords = database.rows(FIRST_WORDS);
        List<Map<String, String>> conversations = database.rows(CONVERSATIONS);
        jdbc.update("DELETE FROM response_channel");
        jdbc.update("DELETE FROM response_wait");
        jdbc.update("DELETE FROM response_week");
        jdbc.update("DELETE FROM response_answers");
        jdbc.update("DELETE FROM customer_episode");
        jdbc.update("DELETE FROM counted");
        tell();
        assertThat(waits).isNotEmpty().isEqualTo(database.rows(WAITS));
        assertThat(weeks).isNotEmpty().isEqualTo(database.rows(WEEKS));
        assertThat(answers).isNotEmpty().isEqualTo(database.rows(ANSWERS));
        assertThat(firstWords).isNotEmpty().isEqualTo(database.rows(FIRST_WORDS));
        assertThat(conversations).isNotEmpty().isEqualTo(database.rows(CONVERSATIONS));
    }

    private void somethings(Random chance, List<Long> said) {
        for (int i = 0; i < 15; i++) {
            something(chance, said);
        }
    }

    private void something(Random chance, List<Long> said) {
        int what = said.isEmpty() ? 0 : chance.nextInt(6);
        if (what <= 2) {
            LocalDateTime at = MONDAY.plusDays(chance.nextInt(14)).plusMinutes(chance.nextInt(600));
            String talk = "talk" + chance.nextInt(6);
            long message =
                    records.message("x".repeat(1 + chance.nextInt(2)), "m" + ++messages, talk, at, direction(chance));
            said.add(message);
            if (chance.nextInt(4) == 0) {
                records.part(message, talk, "episode" + chance.nextInt(3));
            }
            if (chance.nextInt(4) == 0) {
                records.part(message, talk, "of another customer " + chance.nextInt(2));
            }
            changed(message, "conversation_id = conversation_id");
            return;
        }
        long message = said.get(chance.nextInt(said.size()));
        switch (what) {
            case 3 -> changed(message, "deleted_at = '2026-03-20 12:00:00'");
            case 4 -> changed(message, "occurred_at = '2026-03-10 0" + chance.nextInt(9) + ":00:00'");
            default -> moved(message, "talk" + chance.nextInt(6));
        }
    }

    private static Direction direction(Random chance) {
        return chance.nextBoolean() ? Direction.INBOUND : Direction.OUTBOUND;
    }

    private void moved(long message, String conversation) {
        jdbc.update(
                "UPDATE interaction SET conversation_key = ?, changed_run = ? WHERE id = ?",
                Records.key(conversation),
                run,
                message);
    }

    private void changed(long message, String how) {
        jdbc.update("UPDATE interaction SET " + how + ", changed_run = ? WHERE id = ?", run, message);
    }

    private void tell() {
        database.transaction()
                .executeWithoutResult(it -> new CountWaits(
                                new WaitLedger(jdbc), new WaitWeeks(jdbc), database.bean(Counted.class), run, 1)
                        .count());
    }

    private void agreesWithTheReport() {
        Map<String, List<@Nullable Integer>> waits = new TreeMap<>();
        jdbc.query("SELECT channel, seconds FROM response_wait ORDER BY channel, seconds", row -> {
            waits.computeIfAbsent(row.getString(1), any -> new ArrayList<>()).add(row.getObject(2, Integer.class));
        });
        Map<String, Long> conversations = new TreeMap<>();
        jdbc.query("SELECT channel, conversations FROM response_channel", row -> {
            conversations.put(row.getString(1), row.getLong(2));
        });
        List<ResponseTime> expected = new ArrayList<>();
        conversations.forEach((channel, begun) -> {
            List<@Nullable Integer> all = waits.getOrDefault(channel, List.of());
            List<Integer> answered = all.stream().filter(Objects::nonNull).toList();
            expected.add(new ResponseTime(
                    channel,
                    begun,
                    all.size(),
                    answered.size(),
                    percentile(answered, 50),
                    percentile(answered, 90),
                    answered.stream().filter(it -> it <= 900).count(),
                    answered.stream().filter(it -> it <= 3600).count()));
        });
        assertThat(conversations.keySet()).containsAll(waits.keySet());
        assertThat(new ResponseTimes(jdbc).perChannel()).isEqualTo(expected);
    }

    private static @Nullable Integer percentile(List<Integer> shortestFirst, int percent) {
        int rank = (percent * shortestFirst.size() + 99) / 100;
        return rank == 0 ? null : shortestFirst.get(rank - 1);
    }
}
