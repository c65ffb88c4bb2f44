package dev.tributary.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.Tributary;
import dev.tributary.definition.Definitions;
import dev.tributary.pipeline.Sync;
import dev.tributary.pipeline.SyncResult;
import dev.tributary.run.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The nights of four zones, each of which lands, stages and publishes what was written on its day, in the order of their firings:
 * those around the changes of the clocks, and with {@code -DargLine=-Dtributary.test.year=true} those of the whole year.
 */
@Tag("slow")
class YearOfRunsTest {

    private static final Map<String, String> ZONES = new TreeMap<>(Map.of(
            "berlin", "Europe/Berlin",
            "new-york", "America/New_York",
            "lord-howe", "Australia/Lord_Howe",
            "santiago", "America/Santiago"));
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2028, 1, 1);
    private static final int AROUND_A_CHANGE = 2;

    private static final String SOURCE = """
            source: %s
            channel: email
            account: "help@acme.example"
            extract: { kind: file, path: "drop/%s/*", keep: true }
            mapping: plain
            """;

    private static final String MESSAGE = """
            {"kind":"interaction","id":"%s","type":"email","visibility":"private","direction":"inbound","at":"%s",\
            "author":{"emails":["anna@example.org"]},"text":"Of this day"}
            """;

    private record Night(String job, LocalDate date, Instant firing) {}

    @Test
    void eachDateHasItsRunAndItsMessageOnceThoughEachFiringComesTwice(@TempDir Path home) throws Exception {
        List<Night> nights = nights();
        lay(home);
        try (ConfigurableApplicationContext application = application(home)) {
            NightJob job = new NightJob(application.getBean(Sync.class), application.getBean(Definitions.class));
            for (Night night : nights) {
                write(home, night);
                assertThat(job.run(night.job(), night.firing())).isInstanceOf(SyncResult.Ran.class);
                assertThat(job.run(night.job(), night.firing().plus(Duration.ofMinutes(59))))
                        .isInstanceOf(SyncResult.AlreadyComplete.class);
            }
            JdbcTemplate jdbc = application.getBean(JdbcTemplate.class);
            assertThat(jdbc.queryForList(
                            "SELECT CONCAT(job, ' ', business_date, ' ', attempt, ' ', state) FROM sync_run",
                            String.class))
                    .containsExactlyInAnyOrderElementsOf(nights.stream()
                            .map(it -> it.job() + " " + it.date() + " 1 COMPLETED")
                            .toList());
            assertThat(jdbc.queryForList("SELECT native_id FROM interaction", String.class))
                    .containsExactlyInAnyOrderElementsOf(nights.stream()
                            .map(it -> it.job() + "-" + it.date())
                            .toList());
        }
    }

    /** As the zone's own calendar has them, and not as the schedule has, which is to be proved by them. */
    private static List<Night> nights() {
        List<Night> nights = new ArrayList<>();
        ZONES.forEach((job, name) -> {
            ZoneId zone = ZoneId.of(name);
            NEW_YEAR.datesUntil(NEXT_YEAR)
                    .filter(date -> Boolean.getBoolean("tributary.test.year") || isNearAChange(date, zone))
                    .forEach(date -> nights.add(
                            new Night(job, date, date.atTime(3, 30).atZone(zone).toInstant())));
        });
        nights.sort((one, other) -> one.firing().compareTo(other.firing()));
        assertThat(nights).hasSizeGreaterThanOrEqualTo(ZONES.size() * 2 * (2 * AROUND_A_CHANGE - 1));
        return nights;
    }

    private static boolean isNearAChange(LocalDate date, ZoneId zone) {
        Instant from = date.minusDays(AROUND_A_CHANGE).atStartOfDay(zone).toInstant();
        ZoneOffsetTransition next = zone.getRules().nextTransition(from);
        return next != null
                && next.getInstant()
                        .isBefore(date.plusDays(AROUND_A_CHANGE)
                                .atStartOfDay(zone)
                                .toInstant());
    }

    private static void lay(Path home) throws IOException {
        Files.createDirectories(home.resolve("jobs/sources"));
        Files.createDirectories(home.resolve("mappings"));
        Files.writeString(home.resolve("mappings/plain.jsonata"), "$");
        for (Map.Entry<String, String> zone : ZONES.entrySet()) {
            String job = zone.getKey();
            Files.createDirectories(home.resolve("drop").resolve(job));
            Files.writeString(home.resolve("jobs/sources/" + job + ".yaml"), SOURCE.formatted(job, job));
            Files.writeString(
                    home.resolve("jobs/" + job + ".yaml"),
                    "job: " + job + "\nsources: [" + job + "]\nschedule: { cron: \"0 30 3 * * ?\", zone: "
                            + zone.getValue() + " }\n");
        }
    }

    /** What a customer wrote in the hour before. */
    private static void write(Path home, Night night) throws IOException {
        Files.writeString(
                home.resolve("drop/" + night.job() + "/" + night.date() + ".ndjson"),
                MESSAGE.formatted(
                        night.job() + "-" + night.date(), night.firing().minusSeconds(3_600)));
    }

    private static ConfigurableApplicationContext application(Path home) {
        SpringApplication application = new SpringApplication(Tributary.class);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Home.class, () -> new Home(home));
            beans.registerBean(Definitions.class, () -> Definitions.load(home));
        });
        return application.run(
                "--spring.datasource.url=jdbc:h2:file:" + home.resolve("tributary") + ";DB_CLOSE_ON_EXIT=FALSE");
    }
}
