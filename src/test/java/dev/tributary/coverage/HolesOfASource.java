package dev.tributary.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.landing.Landing;
import dev.tributary.landing.SourceWindow;
import dev.tributary.landing.Span;
import dev.tributary.landing.WindowState;
import dev.tributary.landing.Windows;
import dev.tributary.run.FailureCode;
import dev.tributary.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which days of a source are whole, and which not and why; the same on every database. */
abstract class HolesOfASource {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private final TestDatabase database;
    private long run;

    HolesOfASource(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void nothingWasAsked() {
        database.clear();
        run = database.openRun();
    }

    @Test
    void eachDaySaysWhatCameOfIt() {
        asked("2026-05-01T00:00:00Z", "2026-05-02T00:00:00Z", WindowState.FETCHED, null, 7L, 7L);
        asked("2026-05-02T00:00:00Z", "2026-05-03T00:00:00Z", WindowState.FETCHED, null, 3L, 5L);
        asked("2026-05-03T00:00:00Z", "2026-05-04T00:00:00Z", WindowState.TRUNCATED, null, 100L, null);
        asked("2026-05-05T00:00:00Z", "2026-05-06T00:00:00Z", WindowState.RATE_LIMITED, FailureCode.RATE_LIMITED);
        asked("2026-05-06T00:00:00Z", "2026-05-07T03:30:00Z", WindowState.DOWN, FailureCode.UNREACHABLE);

        assertThat(days(8))
                .containsExactly(
                        new SourceDay(day(1), DayState.FETCHED, null, 7L, 7L),
                        new SourceDay(day(2), DayState.SHORT, null, 3L, 5L),
                        new SourceDay(day(3), DayState.TRUNCATED, null, 100L, null),
                        SourceDay.of(day(4), DayState.NEVER_ASKED),
                        new SourceDay(day(5), DayState.RATE_LIMITED, FailureCode.RATE_LIMITED, null, null),
                        new SourceDay(day(6), DayState.DOWN, FailureCode.UNREACHABLE, null, null),
                        new SourceDay(day(7), DayState.DOWN, FailureCode.UNREACHABLE, null, null),
                        SourceDay.of(day(8), DayState.NOT_YET));
    }

    @Test
    void aDayOfWhichAMomentIsMissingIsAHole() {
        asked("2026-05-01T00:00:00Z", "2026-05-02T03:30:00Z", WindowState.FETCHED, null);
        asked("2026-05-02T03:30:00Z", "2026-05-02T18:00:00Z", WindowState.FETCHED, null);
        asked("2026-05-02T18:00:01Z", "2026-05-04T00:00:00Z", WindowState.FETCHED, null);

        assertThat(holes(3)).containsExactly(new Hole(day(2), day(2), DayState.NEVER_ASKED, null, null, null));

        asked("2026-05-02T17:00:00Z", "2026-05-02T19:00:00Z", WindowState.FETCHED, null);

        assertThat(holes(3)).isEmpty();
    }

    @Test
    void whatOneRunBroughtWholeIsNoHoleWhateverALaterOneSays() {
        asked("2026-05-01T00:00:00Z", "2026-05-08T00:00:00Z", WindowState.FETCHED, null);
        run = database.openRun();
        asked("2026-05-02T00:00:00Z", "2026-05-04T00:00:00Z", WindowState.DOWN, FailureCode.UNAUTHORIZED);

        assertThat(holes(7)).isEmpty();
    }

    @Test
    void theLastWordOnWhatIsMissingSaysWhy() {
        asked("2026-05-01T00:00:00Z", "2026-05-08T00:00:00Z", WindowState.DOWN, FailureCode.UNREACHABLE);
        run = database.openRun();
        asked("2026-05-01T00:00:00Z", "2026-05-03T00:00:00Z", WindowState.RATE_LIMITED, FailureCode.RATE_LIMITED);
        asked("2026-05-04T00:00:00Z", "2026-05-05T00:00:00Z", WindowState.FETCHED, null);

        assertThat(holes(7))
                .containsExactly(
                        new Hole(day(1), day(2), DayState.RATE_LIMITED, FailureCode.RATE_LIMITED, null, null),
                        new Hole(day(3), day(3), DayState.DOWN, FailureCode.UNREACHABLE, null, null),
                        new Hole(day(5), day(7), DayState.DOWN, FailureCode.UNREACHABLE, null, null));
    }

    @Test
    void whatWasCutIsAHoleForEachDay() {
        asked("2026-05-01T00:00:00Z", "2026-05-04T00:00:00Z", WindowState.TRUNCATED, null, 1000L, null);

        assertThat(holes(3))
                .extracting(Hole::firstDay, Hole::lastDay, Hole::fetched)
                .hasSize(3)
                .allMatch(it -> it.toList().get(0).equals(it.toList().get(1))
                        && it.toList().get(2) == null);
    }

    @Test
    void aSilentDayThatWasAskedForIsNone() {
        asked("2026-05-01T00:00:00Z", "2026-05-08T00:00:00Z", WindowState.FETCHED, null, 0L, 0L);

        assertThat(holes(7)).isEmpty();
    }

    @Test
    void ofASourceThatWasNeverAskedEveryDayUntilYesterdayIsOne() {
        assertThat(holes(31)).containsExactly(new Hole(day(1), day(9), DayState.NEVER_ASKED, null, null, null));
        assertThat(days(31)).isEmpty();
    }

    @Test
    void runsThatEndAtNightLeaveNoneOnTheNightsBetween() {
        for (int day = 1; day < 9; day++) {
            asked(
                    day(day).atTime(3, 30).toInstant(ZoneOffset.UTC),
                    day(day + 1).atTime(3, 30).toInstant(ZoneOffset.UTC));
        }

        assertThat(all().of("mentions", day(2), day(9))).isEmpty();
        assertThat(all().days("mentions", day(8), day(10)))
                .extracting(SourceDay::state)
                .containsExactly(DayState.FETCHED, DayState.NOT_YET, DayState.NOT_YET);
    }

    private void asked(Instant from, Instant to) {
        asked(from.toString(), to.toString(), WindowState.FETCHED, null);
    }

    private void asked(String from, String to, WindowState state, @Nullable FailureCode code) {
        asked(from, to, state, code, null, null);
    }

    private void asked(
            String from,
            String to,
            WindowState state,
            @Nullable FailureCode code,
            @Nullable Long fetched,
            @Nullable Long expected) {
        Span span = new Span(Instant.parse(from), Instant.parse(to));
        database.bean(Landing.class)
                .note(new SourceWindow("mentions", run, span, state, code, fetched, expected), null);
    }

    private static LocalDate day(int ofMay) {
        return MAY.plusDays(ofMay - 1L);
    }

    private List<Hole> holes(int last) {
        return all().of("mentions", day(1), day(last));
    }

    private List<SourceDay> days(int last) {
        return all().days("mentions", day(1), day(last));
    }

    /** It is the tenth of May. */
    private Holes all() {
        return new Holes(
                database.bean(Windows.class), Clock.fixed(Instant.parse("2026-05-10T09:00:00Z"), ZoneOffset.UTC));
    }
}
