package dev.tributary.landing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.run.FailureCode;
import dev.tributary.run.Home;
import dev.tributary.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LandingTest {

    private static final String SOURCE = "helpdesk";
    private static final long RUN = 1;

    @TempDir
    private Path home;

    private final DataSource database = TestDatabase.inMemory();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private Landing landing;
    private Segments segments;
    private final WindowLedger windows = new WindowLedger(jdbc);
    private Path inbox;

    @BeforeEach
    void anInbox() throws IOException {
        inbox = Files.createDirectory(home.resolve("inbox"));
        TestDatabase.openRun(database);
        landing = started();
        segments = new Segments(new SegmentLedger(jdbc, new Home(home)));
    }

    @Test
    void movesAFileAsItIsAndKnowsItsContent() throws IOException {
        Segment segment = take("export 1/Ännä.json", "[1]", false).orElseThrow();

        assertThat(segment.sequence()).isEqualTo(1);
        assertThat(segment.bytes()).isEqualTo(3);
        assertThat(segment.origin()).isEqualTo("export 1/Ännä.json");
        assertThat(segment.file())
                .isEqualTo(landingFolder().resolve("0000000001-_nn_.json"))
                .hasContent("[1]");
        assertThat(inbox.resolve("export 1/Ännä.json")).doesNotExist();
        assertThat(jdbc.sql("SELECT sha256 FROM landing_segment")
                        .query(String.class)
                        .single())
                .isEqualTo("080a9ed428559ef602668b4c00f114f1a11c3f6b02a435f0bdc154578e4d7f22");
    }

    @Test
    void leavesAFileThatIsToBeKept() throws IOException {
        Segment segment = take("a.json", "[1]", true).orElseThrow();

        Files.writeString(inbox.resolve("a.json"), "changed by its owner");

        assertThat(segment.file()).hasContent("[1]");
    }

    @Test
    void landsTheSameContentOnceAndItsNextVersionToo() throws IOException {
        take("a.json", "[1]", true);

        assertThat(take("a.json", "[1]", true)).isEmpty();
        assertThat(take("a.json", "[1,2]", true)).map(Segment::sequence).contains(2L);
        assertThat(take("b.json", "[1]", true)).map(Segment::sequence).contains(3L);
    }

    @Test
    void countsEachSourceByItself() throws IOException {
        take("a.json", "[1]", true);
        Segment other = landing.take("chat", inbox.resolve("a.json"), "a.json", true, RUN)
                .orElseThrow();

        assertThat(other.sequence()).isEqualTo(1);
        assertThat(segments.pending(List.of(SOURCE, "chat"), 2))
                .extracting(Segment::source)
                .containsExactly("chat", SOURCE);
        assertThat(segments.pending(List.of(), 2)).isEmpty();
    }

    @Test
    void givesWhatIsNotStagedYet() throws IOException {
        Segment first = take("a.json", "[1]", true).orElseThrow();
        Segment second = take("b.json", "[2]", true).orElseThrow();

        segments.staged(first.id(), 1, RUN);

        assertThat(segments.pending(List.of(SOURCE), 2)).containsExactly(second);
        assertThat(segments.all(List.of(SOURCE))).containsExactly(first, second);
        assertThat(jdbc.sql("SELECT state, records, staged_run FROM landing_segment WHERE id = ?")
                        .param(first.id())
                        .query()
                        .singleRow())
                .containsEntry("STATE", "STAGED")
                .containsEntry("RECORDS", 1L)
                .containsEntry("STAGED_RUN", RUN);
    }

    @Test
    void landsPagesAndMovesTheCursorWithTheLast() {
        Segment first = landing.write(
                SOURCE, new Delivery("{}".getBytes(UTF_8), "page.json", "https://api.example.com/a", null, null), RUN);
        assertThat(landing.cursor(SOURCE)).isEmpty();
        assertThat(landing.cursorMoved(SOURCE)).isEmpty();

        Segment last = landing.write(
                SOURCE, new Delivery("[]".getBytes(UTF_8), "page.json", "https://api.example.com/a", null, "17"), RUN);
        landing.write(
                SOURCE, new Delivery("[]".getBytes(UTF_8), "page.json", "https://api.example.com/a", "17", "18"), RUN);

        assertThat(first.file()).hasFileName("0000000001-page.json").hasContent("{}");
        assertThat(last.sequence()).isEqualTo(2);
        assertThat(landing.cursor(SOURCE)).contains("18");
        assertThat(landing.cursorMoved(SOURCE).orElseThrow())
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void movesTheCursorWithTheWindowWhereThereIsNothingToLand() {
        landing.note(window("2026-05-04T00:00:00Z", "2026-05-05T00:00:00Z", null), "17");

        assertThat(landing.cursor(SOURCE)).contains("17");
        assertThat(landing.askedUntil(SOURCE)).contains(Instant.parse("2026-05-05T00:00:00Z"));
        assertThat(segments.all(List.of(SOURCE))).isEmpty();
    }

    @Test
    void aWalkThatBrokeOffIsNotedAndSaysNotHowFarTheSourceWasAsked() {
        landing.note(window("2026-05-04T00:00:00Z", "2026-05-05T00:00:00Z", null), null);
        landing.note(window("2026-05-05T00:00:00Z", "2026-05-06T00:00:00Z", FailureCode.UNREACHABLE), null);

        assertThat(landing.cursor(SOURCE)).isEmpty();
        assertThat(landing.askedUntil(SOURCE)).contains(Instant.parse("2026-05-05T00:00:00Z"));
        assertThat(new Windows(windows).lastAsked(SOURCE)).contains(Instant.parse("2026-05-06T00:00:00Z"));
    }

    @Test
    void claimsNoWindowOfWhichTheSegmentCannotBeRecorded() {
        SourceWindow window = window("2026-05-04T00:00:00Z", "2026-05-05T00:00:00Z", null);
        Delivery page = new Delivery("{}".getBytes(UTF_8), "page.json", "a", null, "17");

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> landing.write(SOURCE, page, 4711L, window));
        assertThat(windows.of(SOURCE, window.span())).isEmpty();

        landing.write(SOURCE, page, RUN, window);
        assertThat(windows.of(SOURCE, window.span())).containsExactly(window);
    }

    private static SourceWindow window(String from, String to, @Nullable FailureCode why) {
        return new SourceWindow(
                SOURCE,
                RUN,
                new Span(Instant.parse(from), Instant.parse(to)),
                why == null ? WindowState.FETCHED : WindowState.DOWN,
                why,
                3L,
                null);
    }

    @Test
    void keepsTheCursorWhereTheSegmentCannotBeRecorded() {
        landing.write(SOURCE, new Delivery("{}".getBytes(UTF_8), "page.json", "a", null, "17"), RUN);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        landing.write(SOURCE, new Delivery("[]".getBytes(UTF_8), "page.json", "a", "17", "18"), 4711L));

        assertThat(landing.cursor(SOURCE)).contains("17");
        assertThat(segments.all(List.of(SOURCE))).hasSize(1);
    }

    @Test
    void commitsBeforeItDeletesWhateverTransactionIsAroundIt() throws IOException {
        TransactionTemplate around = new TransactionTemplate(new DataSourceTransactionManager(database));
        Path file = file("a.json", "[1]");

        around.executeWithoutResult(status -> {
            landing.take(SOURCE, file, "a.json", false, RUN);
            status.setRollbackOnly();
        });

        assertThat(file).doesNotExist();
        assertThat(segments.pending(List.of(SOURCE), 2)).hasSize(1);
    }

    @Test
    void doublesNothingAfterACrashBetweenRecordingAndDeleting() throws IOException {
        take("a.json", "[1]", false);
        Path again = file("a.json", "[1]");

        assertThat(started().take(SOURCE, again, "a.json", false, RUN)).isEmpty();
        assertThat(again).doesNotExist();
        assertThat(segments.all(List.of(SOURCE))).hasSize(1);
    }

    @Test
    void keepsTheOriginalOfASegmentThatSomebodyDeleted() throws IOException {
        Files.delete(take("a.json", "[1]", false).orElseThrow().file());

        assertThat(take("a.json", "[1]", false)).isEmpty();
        assertThat(inbox.resolve("a.json")).exists();
    }

    @Test
    void putsAsideWhatACrashLeftBetweenLinkingAndRecording() throws IOException {
        take("a.json", "[1]", false);
        Files.writeString(landingFolder().resolve("0000000002-b.json"), "[2]");

        Segment segment = started()
                .take(SOURCE, file("b.json", "[2]"), "b.json", false, RUN)
                .orElseThrow();

        assertThat(segment.file()).hasFileName("0000000002-b.json").hasContent("[2]");
        assertThat(names()).containsExactly("0000000001-a.json", "0000000002-b.json", "0000000002-b.json.orphan");
    }

    @Test
    void deletesWhatACrashLeftHalfWritten() throws IOException {
        take("a.json", "[1]", true);
        Files.writeString(landingFolder().resolve("0000000002-b.json.part"), "[");

        started().take(SOURCE, file("b.json", "[2]"), "b.json", true, RUN);

        assertThat(names()).containsExactly("0000000001-a.json", "0000000002-b.json");
    }

    @Test
    void goesOnAfterAFailureWithoutARestart() throws IOException {
        Path file = file("a.json", "[1]");
        assertThatThrownBy(() -> landing.take(SOURCE, file, "a.json", false, 4711L));
        assertThat(file).exists();

        landing.take(SOURCE, file, "a.json", false, RUN);

        assertThat(names()).containsExactly("0000000001-a.json", "0000000001-a.json.orphan");
        assertThat(file).doesNotExist();
    }

    @Test
    void losesNoSegmentToALedgerFromAnOlderBackup() throws IOException {
        take("a.json", "[1]", false);
        take("b.json", "[2]", false);
        jdbc.sql("DELETE FROM landing_segment").update();

        started().take(SOURCE, file("c.json", "[3]"), "c.json", false, RUN);

        assertThat(names())
                .containsExactly("0000000001-a.json.orphan", "0000000001-c.json", "0000000002-b.json.orphan");
    }

    @Test
    void copiesWhatALinkPointsTo() throws IOException {
        Path target = file("target/a.json", "[1]");
        Path link = Files.createSymbolicLink(inbox.resolve("a.json"), target);

        Segment segment = landing.take(SOURCE, link, "a.json", false, RUN).orElseThrow();

        assertThat(segment.file()).isRegularFile().hasContent("[1]");
        assertThat(Files.isSymbolicLink(segment.file())).isFalse();
        assertThat(target).exists();
        assertThat(link).doesNotExist();
    }

    @Test
    void survivesNamesOfAnyLengthAndKind() throws IOException {
        Path file = file("a.json", "[1]");

        Segment segment = landing.take(SOURCE, file, "x".repeat(600) + "/../..\\ä\n.json", true, RUN)
                .orElseThrow();

        assertThat(segment.file()).hasParent(landingFolder()).hasFileName("0000000001-..___.json");
        assertThat(segment.origin()).hasSize(500).endsWith(".json");
    }

    @Test
    void saysThatAFileCannotBeRead() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> landing.take(SOURCE, inbox.resolve("gone.json"), "gone.json", true, RUN));
    }

    @Test
    void saysThatTheLandingFolderCannotBeWrittenAndNamesNoFile() throws IOException {
        Files.writeString(home.resolve("landing"), "in the way");
        Path file = file("anna.json", "[1]");

        assertThatExceptionOfType(LandingFailed.class)
                .isThrownBy(() -> landing.take(SOURCE, file, "anna.json", true, RUN))
                .withMessageStartingWith("The landing folder of source helpdesk cannot be written (")
                .withMessageNotContaining("anna");
    }

    private Optional<Segment> take(String name, String content, boolean keep) throws IOException {
        return landing.take(SOURCE, file(name, content), name, keep, RUN);
    }

    private Path file(String name, String content) throws IOException {
        Path file = inbox.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private Path landingFolder() {
        return home.resolve("landing").resolve(SOURCE);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(landingFolder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** A landing as after a start of the program. */
    private Landing started() {
        Home there = new Home(home);
        return new DiskLanding(
                there,
                new SegmentLedger(jdbc, there),
                new DeliveryLedger(jdbc),
                new WindowLedger(jdbc),
                new DataSourceTransactionManager(database));
    }
}
