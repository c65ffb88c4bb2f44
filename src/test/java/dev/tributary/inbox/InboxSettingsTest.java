package dev.tributary.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class InboxSettingsTest {

    @Test
    void hasDefaults() {
        assertThat(settings(Map.of()))
                .isEqualTo(new InboxSettings(DataSize.ofMegabytes(4), Duration.ofSeconds(20), Duration.ofDays(30)));
    }

    @ParameterizedTest
    @CsvSource({"largest-request, 0B", "largest-request, 65MB", "longest-request, 0s", "remember, 47h"})
    void refusesWhatMakesNoSense(String key, String value) {
        assertThatThrownBy(() -> settings(Map.of("tributary.inbox." + key, value)))
                .rootCause()
                .hasMessageStartingWith("tributary.inbox." + key + " must be ");
    }

    private static InboxSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("tributary.inbox", InboxSettings.class);
    }
}
