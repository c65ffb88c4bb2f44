package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.access.Role;
import dev.tributary.access.Users;
import dev.tributary.pipeline.Sync;
import dev.tributary.pipeline.SyncRequest;
import dev.tributary.pipeline.SyncResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two servers' schedulers, a page and a command start the run of a date together, two hundred times: each time one runs. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneRunPerDateOnMySqlTest {

    private static final int DATES = 200;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final String JOB = "nightly-sync";

    private final ExecutorService starters = Executors.newFixedThreadPool(4);
    private Installation installation;
    private Serving one;
    private Serving two;
    private Serving command;
    private Visitor operator;

    @BeforeAll
    void threeProcessesOnOneDatabase(@TempDir Path home) {
        installation = Installation.onMySql(home)
                .file("mappings/plain.jsonata", AMessage.MAPPING)
                .file("jobs/sources/mail.yaml", """
                        source: mail
                        channel: mail
                        account: us@acme.example
                        extract: { kind: file, path: "inbox/*.ndjson" }
                        mapping: plain
                        """)
                .file("jobs/nightly-sync.yaml", "job: nightly-sync\nsources: [mail]\n");
        one = installation.serve();
        two = installation.serve();
        command = installation.serve();
        Users.Given otto = one.bean(Users.class).add("otto", EnumSet.of(Role.OPERATOR), null);
        operator = new Visitor(one).signedIn(otto.name(), otto.password());
    }

    @AfterAll
    void stop() {
        starters.shutdownNow();
        command.close();
        two.close();
        one.close();
    }

    @Test
    void twoHundredTimesExactlyOneRuns() throws Exception {
        CyclicBarrier together = new CyclicBarrier(4);
        int ran = 0;
        for (int day = 0; day < DATES; day++) {
            LocalDate date = FIRST.plusDays(day);
            installation.file(
                    "inbox/" + day + ".ndjson",
                    AMessage.lines(AMessage.aMessage("m" + day)
                            .from("anna@example.org")
                            .saying("A line")));
            List<Future<Boolean>> answers = new ArrayList<>();
            for (Callable<Boolean> start : List.<Callable<Boolean>>of(
                    () -> runsInTurn(one, date),
                    () -> runsInTurn(two, date),
                    () -> runs(command, date),
                    () -> runsByPage(date))) {
                answers.add(starters.submit(() -> {
                    together.await();
                    return start.call();
                }));
            }
            int thisDay = 0;
            for (Future<Boolean> answer : answers) {
                thisDay += answer.get(120, TimeUnit.SECONDS) ? 1 : 0;
            }
            ended(date);
            ran += thisDay > 0 ? 1 : 0;
        }
        assertThat(ran).isEqualTo(DATES);
        assertThat(installation.rows("SELECT COUNT(*), COUNT(DISTINCT business_date), MAX(attempt) FROM sync_run"
                        + " WHERE state = 'COMPLETED'"))
                .containsExactly(DATES + " | " + DATES + " | 1");
        assertThat(installation.rows("SELECT COUNT(*) FROM sync_run")).containsExactly(String.valueOf(DATES));
        assertThat(installation.rows("SELECT COUNT(*), COUNT(DISTINCT native_id) FROM interaction"))
                .containsExactly(DATES + " | " + DATES);
    }

    private static boolean runs(Serving server, LocalDate date) {
        return server.bean(Sync.class).run(SyncRequest.of(JOB, date)) instanceof SyncResult.Ran;
    }

    /** As a schedule does: while another run is at work, that of the day before too, it waits. */
    private static boolean runsInTurn(Serving server, LocalDate date) throws InterruptedException {
        SyncResult result = server.bean(Sync.class).run(SyncRequest.of(JOB, date));
        while (result instanceof SyncResult.AlreadyRunning) {
            Thread.sleep(20);
            result = server.bean(Sync.class).run(SyncRequest.of(JOB, date));
        }
        return result instanceof SyncResult.Ran;
    }

    private boolean runsByPage(LocalDate date) {
        return operator.post("/runs", Map.of("job", JOB, "date", date.toString()))
                        .statusCode()
                == 302;
    }

    /** What the page starts goes on after its answer. */
    private void ended(LocalDate date) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (installation
                .rows("SELECT 1 FROM sync_run WHERE state = 'COMPLETED' AND business_date = '" + date + "'")
                .isEmpty()) {
            assertThat(System.nanoTime())
                    .as("the run of " + date + " does not end")
                    .isLessThan(end);
            Thread.sleep(10);
        }
    }
}
