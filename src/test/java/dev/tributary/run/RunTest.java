package dev.tributary.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tributary.testing.TestDatabase;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class RunTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    @Parameter
    TestDatabase database;

    private RunLedger ledger;
    private Equation equation;

    @BeforeEach
    void anEmptyDatabase() {
        database.clear();
        ledger = database.bean(RunLedger.class);
        equation = database.bean(Equation.class);
    }

    @Test
    void numbersTheAttemptsAtADate() {
        assertThat(ledger.latest("nightly-sync", DAY)).isEmpty();
        assertThat(ledger.open("nightly-sync", DAY).attempt()).isEqualTo(1);
        assertThat(ledger.open("nightly-sync", DAY).attempt()).isEqualTo(2);
        assertThat(ledger.open("nightly-sync", DAY.plusDays(1)).attempt()).isEqualTo(1);
        assertThat(ledger.open("other", DAY).attempt()).isEqualTo(1);
        assertThat(ledger.latest("nightly-sync", DAY).orElseThrow().attempt()).isEqualTo(2);
        assertThat(ledger.recent()).extracting(SyncRun::job).startsWith("other").hasSize(4);
    }

    @Test
    void forgetsAFailureWhenTheRunGoesOn() {
        long run = ledger.open("nightly-sync", DAY).id();
        assertThat(ledger.end(run, RunState.FAILED, "x".repeat(2_000)).failure())
                .hasSize(1_000);
        ledger.resume(run);

        assertThat(ledger.find(run).state()).isEqualTo(RunState.RUNNING);
        assertThat(ledger.find(run).failure()).isNull();
        assertThat(ledger.find(run).endedAt()).isNull();
    }

    @Test
    void knowsTheLastRunBeforeThatWasPublished() {
        long first = ledger.open("nightly-sync", DAY).id();
        long second = ledger.open("nightly-sync", DAY).id();
        long third = ledger.open("nightly-sync", DAY).id();
        ledger.published(first);
        ledger.published(third);

        assertThat(ledger.lastPublishedBefore(first)).isZero();
        assertThat(ledger.lastPublishedBefore(third)).isEqualTo(first);
        assertThat(ledger.lastPublishedBefore(second)).isEqualTo(first);
    }

    @Test
    void saysThatThereIsNoSuchRun() {
        assertThatExceptionOfType(UnknownRun.class)
                .isThrownBy(() -> ledger.find(-1))
                .withMessageContaining("no run -1");
    }

    @Test
    void addsUpTheCountsOfChunksAndPartitions() {
        long run = ledger.open("nightly-sync", DAY).id();
        equation.add(run, 0, "inbox", new SourceCounts(3, Map.of(Outcome.NEW, 2L, Outcome.QUARANTINED, 1L)));
        equation.add(run, 0, "inbox", new SourceCounts(1, Map.of(Outcome.NEW, 1L)));
        equation.add(run, 1, "inbox", new SourceCounts(2, Map.of(Outcome.DUPLICATE, 2L)));
        equation.add(run, 1, "helpdesk", new SourceCounts(1, Map.of(Outcome.UNCHANGED, 1L)));
        equation.add(run, 1, "silent", new SourceCounts(0, Map.of()));

        Map<String, SourceCounts> counts = equation.of(run);
        assertThat(counts).containsOnlyKeys("helpdesk", "inbox", "silent");
        assertThat(counts.get("inbox"))
                .isEqualTo(
                        new SourceCounts(6, Map.of(Outcome.NEW, 3L, Outcome.QUARANTINED, 1L, Outcome.DUPLICATE, 2L)));
        assertThat(counts.values()).allMatch(SourceCounts::balances);
    }

    @Test
    void tellsCountsThatDoNotBalance() {
        assertThat(new SourceCounts(2, Map.of(Outcome.NEW, 1L)).balances()).isFalse();
        assertThat(new SourceCounts(1, Map.of(Outcome.NEW, 1L, Outcome.FILTERED, 1L)).balances())
                .isFalse();
    }

    @Test
    void namesTheSourcesThatFailedByTheirLastWord() {
        long run = ledger.open("nightly-sync", DAY).id();
        equation.sourceEnded(run, "inbox", FailureCode.UNREACHABLE, "m".repeat(2_000));
        equation.sourceEnded(run, "helpdesk", FailureCode.UNREACHABLE, "no answer");
        equation.sourceEnded(run, "helpdesk", null, null);

        assertThat(equation.failedSources(run)).containsExactly("inbox");
    }
}
