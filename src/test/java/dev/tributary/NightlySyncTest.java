package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightlySyncTest {

    @TempDir
    Path home;

    @Test
    void bringsTheSamplesIn() {
        CommandLineRun.Ended ended = CommandLineRun.in(home).tributary("--json", "sync");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.json().get("people").get("linked").asInt()).isEqualTo(32);
    }
}
