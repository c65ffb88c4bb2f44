package dev.tributary.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The disk below the landing folder is full: the night says so, and when there is room it ends as if there always had been. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class FullDiskTest {

    @TempDir
    private Path calm;

    @TempDir
    private Path home;

    private boolean mounted;

    @AfterEach
    void noSmallDisk() throws IOException, InterruptedException {
        if (mounted) {
            run("umount", "-l", home.resolve("landing").toString());
        }
    }

    @Test
    void failsWithTheReasonAndGoesOnWhenThereIsRoom() throws IOException, InterruptedException {
        Undisturbed undisturbed = Undisturbed.in(calm, null);
        Night.in(home);
        Path landing = Files.createDirectory(home.resolve("landing"));
        mounted = run("mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", landing.toString()) == 0;
        assumeTrue(mounted, "only an administrator can make a small disk");

        TributaryProcess.Ended ended = NightRun.in(home, null).run();

        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(1);
        assertThat(ended.err())
                .contains("The landing folder of source", "cannot be written", "No space left on device")
                .doesNotContain("\tat ");
        assertThat(run("mount", "-o", "remount,size=100m", landing.toString())).isZero();
        NightRun.in(home, null).endsLike(undisturbed, "on a disk that was full");
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
