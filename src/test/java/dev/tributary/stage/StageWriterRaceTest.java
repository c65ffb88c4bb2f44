package dev.tributary.stage;

import static dev.tributary.stage.Said.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.run.Equation;
import dev.tributary.run.Outcome;
import dev.tributary.run.SourceCounts;
import dev.tributary.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two partitions that meet the same messages and people at the same moment. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class StageWriterRaceTest {

    private static final int MESSAGES = 60;

    @Parameter
    TestDatabase database;

    private StagedRun run;

    @BeforeEach
    void aRun() {
        database.clear();
        run = StagedRun.on(database);
    }

    @RepeatedTest(20)
    @Timeout(60)
    void countEachMessageAsNewOnceAndKeepItsLatestVersion() throws Exception {
        List<Normalised> inbox = new ArrayList<>();
        List<Normalised> helpdesk = new ArrayList<>();
        for (int number = 0; number < MESSAGES; number++) {
            boolean edited = number % 3 == 0;
            Said first = aMessage().withId("m" + number).from("p" + number % 7).at(10, number);
            inbox.add(first.saying("first").to("q" + number % 5).report());
            Said second = aMessage()
                    .withId("m" + number)
                    .reportedBy("helpdesk")
                    .from("p" + number % 7)
                    .at(10, number);
            helpdesk.add((edited ? second.editedAt(12, number).saying("second").to("r" + number % 4) : second)
                    .saying(edited ? "second" : "first")
                    .to((edited ? "r" : "q") + (edited ? number % 4 : number % 5))
                    .report());
        }
        Random order = new Random(number());
        Collections.shuffle(inbox, order);
        Collections.shuffle(helpdesk, order);

        together(() -> write(run.partition(0), inbox), () -> write(run.partition(1), helpdesk));

        List<SourceCounts> counts =
                List.copyOf(database.bean(Equation.class).of(run.number()).values());
        assertThat(counts).hasSize(2).allMatch(SourceCounts::balances);
        assertThat(sum(counts, Outcome.NEW)).isEqualTo(MESSAGES);
        assertThat(sum(counts, Outcome.DUPLICATE) + sum(counts, Outcome.UPDATED))
                .isEqualTo(MESSAGES);
        assertThat(database.jdbc()
                        .queryForList("SELECT native_id FROM interaction WHERE body = 'second'", String.class))
                .hasSize(MESSAGES / 3);
        assertThat(database.rows("SELECT interaction_id FROM interaction_participant WHERE role = 'RECIPIENT'"))
                .as("each message has the recipient of its latest version and no other")
                .hasSize(MESSAGES);
        assertThat(database.rows("SELECT interaction_id FROM interaction_witness"))
                .hasSize(2 * MESSAGES);
    }

    private static void write(StagedRun partition, List<Normalised> reports) {
        for (int from = 0; from < reports.size(); from += 20) {
            partition.write(reports.subList(from, Math.min(reports.size(), from + 20)));
        }
    }

    private long number() {
        return run.number();
    }

    private static long sum(List<SourceCounts> counts, Outcome outcome) {
        return counts.stream().mapToLong(it -> it.of(outcome)).sum();
    }

    private static void together(Runnable one, Runnable other) throws Exception {
        CountDownLatch ready = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> both = new ArrayList<>();
            for (Runnable work : List.of(one, other)) {
                both.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    work.run();
                    return null;
                }));
            }
            for (Future<?> each : both) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
