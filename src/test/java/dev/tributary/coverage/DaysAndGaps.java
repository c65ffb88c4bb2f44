package dev.tributary.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.testing.TestDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The messages of each day, counted night by night, and the days on which they are missing; the same on every database. */
abstract class DaysAndGaps {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDateTime TODAY = MAY.plusDays(40).atTime(9, 0);

    private final TestDatabase database;
    private Witnesses witnesses;

    DaysAndGaps(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void nobodySaidAnything() {
        witnesses = new Witnesses(database);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsCountedNightByNightIsWhatIsCountedFromScratch(long seed) {
        Random chance = new Random(seed);
        List<Long> messages = new ArrayList<>();
        for (int night = 0; night < 5; night++) {
            somethings(chance, messages);
            if (chance.nextInt(4) > 0) {
                countsAsFromScratch();
            }
            witnesses.night();
        }
        witnesses.count();
        countsAsFromScratch();
        assertThat(witnesses.counted()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aNightThatGoesOnAfterALaterOneIsCountedOnceToo(long seed) {
        Random chance = new Random(seed);
        List<Long> messages = new ArrayList<>();
        for (int night = 0; night < 3; night++) {
            somethings(chance, messages);
            long interrupted = witnesses.number();
            witnesses.night();
            somethings(chance, messages);
            countsAsFromScratch();
            witnesses.goOn(interrupted);
            somethings(chance, messages);
            if (chance.nextBoolean()) {
                witnesses.night();
                somethings(chance, messages);
                witnesses.count();
            }
            witnesses.goOn(interrupted);
            countsAsFromScratch();
            witnesses.night();
        }
    }

    private void countsAsFromScratch() {
        witnesses.count();
        assertThat(witnesses.counted()).isEqualTo(witnesses.countedFromScratch());
        assertThat(witnesses.mistaken()).isEmpty();
    }

    private void somethings(Random chance, List<Long> messages) {
        for (int i = 0; i < 12; i++) {
            something(chance, messages);
        }
        if (chance.nextInt(3) == 0) {
            witnesses.misled(chance.nextBoolean() ? null : MAY);
        }
    }

    private void something(Random chance, List<Long> messages) {
        LocalDateTime at =
                chance.nextInt(8) == 0 ? null : MAY.plusDays(chance.nextInt(4)).atTime(chance.nextInt(24), 0);
        int what = messages.isEmpty() ? 0 : chance.nextInt(4);
        if (what <= 1) {
            messages.add(witnesses.message("source-" + chance.nextInt(2), "x", at));
        } else if (what == 2) {
            witnesses.report("source-" + chance.nextInt(3), messages.get(chance.nextInt(messages.size())));
        } else {
            witnesses.dated(messages.get(chance.nextInt(messages.size())), at);
        }
    }

    @Test
    void aWeekWithoutADailySourceIsAGap() {
        days(1, 20);
        days(28, 40);
        witnesses.count();

        assertThat(gaps()).containsExactly(new Gap("mentions", "x", day(21), day(27), 33 / 40.0));
    }

    @Test
    void aQuietDayOfASourceThatSaysLittleIsNone() {
        days(1, 20);
        days(23, 40);
        witnesses.count();

        assertThat(gaps()).isEmpty();
    }

    @Test
    void nobodyCallsOnSundaysAndThatIsNoGap() {
        for (int day = 1; day <= 40; day++) {
            for (int call = 0; call < 9 && day(day).getDayOfWeek().getValue() < 6; call++) {
                witnesses.message("calls", "phone", day(day).atTime(10, call));
            }
        }
        witnesses.count();

        assertThat(gapsOf("calls", TODAY)).isEmpty();
    }

    @Test
    void nothingAfterTheLastMessageIsAGapOnlyWhereTheSourceFails() {
        days(1, 20);
        witnesses.ended("mentions", "COMPLETED", day(23).atTime(3, 30)).night();
        witnesses.ended("mentions", "FAILED", day(24).atTime(3, 30)).count();

        assertThat(gaps()).containsExactly(new Gap("mentions", "x", day(23), day(41), 1));

        witnesses.night().ended("mentions", "COMPLETED", day(30).atTime(3, 30)).count();

        assertThat(gaps()).isEmpty();
    }

    @Test
    void whatAnotherSourceReportedFillsTheGapOfAnAccount() {
        days(1, 20);
        days(28, 40);
        witnesses.daily("suite", "x", day(19), day(30)).count();

        assertThat(gaps()).hasSize(1);
        assertThat(gaps("x", "@acme")).isEmpty();
    }

    @Test
    void onlyWhatIsLookedAtIsTold() {
        days(1, 20);
        days(28, 40);
        witnesses.count();

        assertThat(all(TODAY).ofAccount("x", "@acme", day(27), day(27))).hasSize(1);
        assertThat(all(TODAY).ofAccount("x", "@acme", day(28), day(40))).isEmpty();
        assertThat(all(TODAY).ofAccount("x", "@acme", day(1), day(20))).isEmpty();
        assertThat(all(TODAY).ofAccount("x", "@other", day(1), day(40))).isEmpty();
        assertThat(all(TODAY).ofSource("nobody", day(1), day(40))).isEmpty();
    }

    private void days(int first, int last) {
        witnesses.daily("mentions", "x", day(first), day(last));
    }

    private static LocalDate day(int ofMay) {
        return MAY.plusDays(ofMay - 1L);
    }

    private List<Gap> gaps() {
        return gapsOf("mentions", TODAY);
    }

    private List<Gap> gaps(String channel, String account) {
        return all(TODAY).ofAccount(channel, account, day(1), day(41));
    }

    private List<Gap> gapsOf(String source, LocalDateTime now) {
        return all(now).ofSource(source, day(1), day(41));
    }

    private Gaps all(LocalDateTime now) {
        return new Gaps(
                database.bean(Coverage.class),
                database.bean(JdbcClient.class),
                Clock.fixed(now.toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    }
}
