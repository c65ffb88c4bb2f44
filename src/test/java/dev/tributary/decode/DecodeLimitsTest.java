package dev.tributary.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class DecodeLimitsTest {

    @Test
    void hasDefaults() {
        assertThat(limits(Map.of()))
                .isEqualTo(DecodeLimits.DEFAULT)
                .isEqualTo(new DecodeLimits(DataSize.ofMegabytes(32), DataSize.ofGigabytes(8), 200, 200, 100_000));
    }

    @Test
    void takesEverySetting() {
        assertThat(limits(Map.of(
                        "tributary.decode.largest-record", "2MB",
                        "tributary.decode.largest-expansion", "3GB",
                        "tributary.decode.expansion-ratio", "50",
                        "tributary.decode.depth", "60",
                        "tributary.decode.entries", "70")))
                .isEqualTo(new DecodeLimits(DataSize.ofMegabytes(2), DataSize.ofGigabytes(3), 50, 60, 70));
    }

    @ParameterizedTest
    @CsvSource({
        "largest-record, 0B",
        "largest-record, 1025MB",
        "largest-expansion, 0B",
        "largest-expansion, 1025GB",
        "expansion-ratio, 1",
        "expansion-ratio, 10001",
        "depth, 9",
        "depth, 501",
        "entries, 0",
        "entries, 10000001"
    })
    void refusesWhatMakesNoSense(String key, String value) {
        assertThatThrownBy(() -> limits(Map.of("tributary.decode." + key, value)))
                .rootCause()
                .hasMessageStartingWith("tributary.decode." + key + " is ")
                .hasMessageContaining(", but must be from ");
    }

    private static DecodeLimits limits(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("tributary.decode", DecodeLimits.class);
    }
}
