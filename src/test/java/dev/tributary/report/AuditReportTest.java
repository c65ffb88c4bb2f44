package dev.tributary.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tributary.run.Outcome;
import dev.tributary.run.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditReportTest {

    private final Records records = Records.inMemory();
    private final AuditReport report = new AuditReport(records.database);
    private Brightwater night;

    @TempDir
    Path folder;

    @BeforeEach
    void night() {
        night = Brightwater.on(records);
    }

    @Test
    void summaryTellsWhatBecameOfEveryRecord() {
        RunSummary summary = report.summary(night.run);

        assertThat(summary.sources())
                .extracting(RunSummary.Source::source)
                .containsExactly("facebook-page", "helpdesk-export", "line-inbox", "x-mentions");
        RunSummary.Source x = summary.sources().get(3);
        assertThat(x.read()).isEqualTo(1993);
        assertThat(x.added()).as("of both partitions").isEqualTo(1680);
        assertThat(summary.balances()).isTrue();
        assertThat(Plain.equation(x)).isEqualTo("1,993 = 1,680 new + 37 updated + 212 unchanged + 64 filtered");
        assertThat(summary.sources().get(0).state()).isEqualTo(RunState.FAILED);
        assertThat(summary.sources().get(0).code()).isEqualTo("UNAUTHORIZED");
    }

    @Test
    void summaryCountsCustomersAndNobodyElse() {
        assertThat(report.summary(night.run).people()).isEqualTo(new RunSummary.People(15, 3, 2, 9));
    }

    @Test
    void aRecordThatIsMissingBreaksTheBalance() {
        records.count(night.run, "x-mentions", 2, "READ", 2);

        RunSummary summary = report.summary(night.run);

        assertThat(summary.balances()).isFalse();
        assertThat(Plain.balance(summary.sources().get(3))).isEqualTo("2 unaccounted for");
    }

    @Test
    void aSourceThatWasNeverEndedIsNotFinished() {
        records.counts(night.run, "sms", Map.of(Outcome.NEW, 1));

        assertThat(report.summary(night.run).sources())
                .filteredOn(source -> source.source().equals("sms"))
                .extracting(RunSummary.Source::state)
                .containsExactly(RunState.RUNNING);
    }

    @Test
    void anUnknownRunIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.summary(4711))
                .withMessage("There is no run 4711");
    }

    @Test
    void theThreeFilesAppearTogetherAndNothingElseStays() throws IOException {
        Path deep = folder.resolve("out/reports/2026-03-13");
        Files.createDirectories(deep.resolve(".unfinished"));
        Files.writeString(deep.resolve(".unfinished/audit.xlsx"), "what a killed run left");

        Path workbook = report.write(night.run, RunState.PARTIAL, deep);

        assertThat(workbook).isEqualTo(deep.resolve("audit.xlsx"));
        try (var files = Files.list(deep)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("audit.xlsx", "audit.html", "audit.json");
        }
    }

    @Test
    void anotherAttemptReplacesTheReport() throws IOException {
        report.write(night.run, RunState.FAILED, folder);
        report.write(night.run, RunState.PARTIAL, folder);

        assertThat(json().path("state").asString()).isEqualTo("PARTIAL");
    }

    @Test
    void jsonHoldsTheSummaryAndTheNumbersBehindIt() throws IOException {
        report.write(night.run, RunState.PARTIAL, folder);

        JsonNode json = json();
        assertThat(json.path("job").asString()).isEqualTo("nightly-sync");
        assertThat(json.path("businessDate").asString()).isEqualTo("2026-03-13");
        assertThat(json.path("run").asLong()).isEqualTo(night.run);
        assertThat(json.path("startedAt").asString()).isEqualTo("2026-03-14T03:30:00Z");
        assertThat(json.path("durationSeconds").asInt()).isEqualTo(252);
        assertThat(json.path("balances").asBoolean()).isTrue();
        assertThat(json.path("report").asString())
                .isEqualTo(folder.resolve("audit.xlsx").toString());
        assertThat(json.at("/sources/3/new").asInt()).isEqualTo(1680);
        assertThat(json.at("/sources/0/code").asString()).isEqualTo("UNAUTHORIZED");
        assertThat(json.at("/people/toReview").asInt()).isEqualTo(2);
        assertThat(json.at("/unmatchedReasons/0/reason").asString()).isEqualTo("NO_IDENTIFIER");
        assertThat(json.at("/unmatchedReasons/0/count").asInt()).isEqualTo(7);
        assertThat(json.path("quarantineCodes").size())
                .as("the mended one is gone")
                .isEqualTo(2);
        assertThat(json.at("/responseTimes/0/channel").asString()).isEqualTo("facebook");
        assertThat(json.at("/responseTimes/0/unanswered").asInt()).isEqualTo(1);
    }

    private JsonNode json() throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(folder.resolve("audit.json")));
    }
}
