package dev.tributary.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionTest {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 1, 31, 12, 0);

    @Test
    void theAccountsOwnStandsThenTheLatestThenTheFirstSourceThenTheLastPlace() {
        List<Version> inOrder = List.of(
                new Version(false, NOON.plusHours(1), "suite", 1, 1),
                new Version(true, NOON, "zendesk", 9, 9),
                new Version(true, NOON, "helpdesk", 1, 2),
                new Version(true, NOON, "helpdesk", 2, 1),
                new Version(true, NOON, "helpdesk", 2, 10),
                new Version(true, NOON, "archive", 1, 1),
                new Version(true, NOON.plusNanos(1000), "zendesk", 1, 1));
        List<Version> mixed = new ArrayList<>(inOrder);
        Collections.reverse(mixed);

        assertThat(mixed.stream().sorted()).containsExactlyElementsOf(inOrder);
    }

    @Test
    void aSuitesOwnEditStandsWhateverWasKnownOfItBefore() {
        Version asBefore = new Version(true, NOON, "suite", 1, 1);

        assertThat(new Version(false, NOON.plusHours(1), "suite", 2, 1)).isGreaterThan(asBefore);
    }
}
