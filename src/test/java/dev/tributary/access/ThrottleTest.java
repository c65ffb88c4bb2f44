package dev.tributary.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final SettableClock clock = new SettableClock();
    private final Throttle throttle = new Throttle(clock);

    @Test
    void afterFiveFailuresSomebodyWaitsAMinuteAndThenTwiceAsLongUpToAQuarterOfAnHour() {
        assertThat(IntStream.range(0, 5).mapToObj(it -> throttle.attempt("mia")))
                .containsOnly(Duration.ZERO);
        for (int minutes : new int[] {1, 2, 4, 8, 15, 15}) {
            assertThat(throttle.attempt("mia")).isEqualTo(Duration.ofMinutes(minutes));
            clock.pass(Duration.ofMinutes(minutes));
            assertThat(throttle.attempt("mia")).isZero();
        }
    }

    @Test
    void waitingCountsForOneNameAndNotForAnother() {
        IntStream.range(0, 6).forEach(it -> throttle.attempt("mia"));

        assertThat(throttle.attempt("tom")).isZero();
        assertThat(throttle.attempt("tom", "mia")).isPositive();
    }

    @Test
    void whoComesInAgainAndAgainIsNeverMadeToWait() {
        for (int time = 0; time < 50; time++) {
            assertThat(throttle.attempt("mia", "here")).isZero();
            throttle.forget("mia");
            throttle.takeBack("here");
        }
    }

    @Test
    void oneWhoComesInDoesNotSetTheOthersOfTheAddressFree() {
        IntStream.range(0, 4).forEach(it -> throttle.attempt("here"));
        throttle.attempt("mia", "here");
        throttle.takeBack("here");

        throttle.attempt("here");
        assertThat(throttle.attempt("here")).isPositive();
    }
}
