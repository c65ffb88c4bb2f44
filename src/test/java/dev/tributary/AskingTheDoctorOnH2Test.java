package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskingTheDoctorOnH2Test extends AskingTheDoctor {

    @Override
    Installation installedIn(Path home) {
        return Installation.onH2(home);
    }

    @Override
    Map<String, Object> settings(Installation installation) {
        return Map.of();
    }

    @Test
    void whereThereIsNoDatabaseYetNoneIsMade() {
        Ended asked = installedIn(home).tributary("doctor", "--least-free", "1B");

        assertThat(asked.exitCode()).as(asked.out()).isZero();
        assertThat(asked.out()).contains("none yet; the first command makes jdbc:h2:file:");
        assertThat(home).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://127.0.0.1:1/tributary, nobody listens at jdbc:mysql://127.0.0.1:1/tributary, Start the server",
        "jdbc:mysql://no-such-host.invalid/tributary, the host of jdbc:mysql://no-such-host.invalid/tributary is not known, Mend SPRING_DATASOURCE_URL",
        "mysql://127.0.0.1/tributary, SPRING_DATASOURCE_URL is no address of a database, Write jdbc:mysql://HOST/DATABASE",
        "jdbc:postgresql://127.0.0.1/tributary, jdbc:postgresql://127.0.0.1/tributary cannot be opened, See whether SPRING_DATASOURCE_URL begins"
    })
    void aDatabaseThatIsNotThereIsAFailureAndWhatNeedsItIsSkipped(String url, String cause, String cure) {
        Ended asked = installedIn(home)
                .with("spring.datasource.url", url)
                .with("spring.datasource.password", "hunter2")
                .tributary("doctor");

        assertThat(asked.exitCode()).isEqualTo(1);
        assertThat(asked.out() + asked.err())
                .contains(cause, cure, "skipped  migrations     the database is not open")
                .contains("FAIL 1,")
                .doesNotContain("hunter2");
    }

    @Test
    void aSizeThatIsNoneIsWrongUse() {
        Ended asked = installedIn(home).tributary("doctor", "--least-free", "much");

        assertThat(asked.exitCode()).isEqualTo(2);
        assertThat(asked.err()).contains("'much' is no size; write 500MB or 5GB");
    }
}
