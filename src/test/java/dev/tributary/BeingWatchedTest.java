package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.zaxxer.hikari.HikariDataSource;
import dev.tributary.access.ApiTokens;
import dev.tributary.access.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Prometheus, Grafana and Kubernetes ask a server, and whether our alerts and our dashboard ask for what it answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BeingWatchedTest {

    private static final Path RULES = Path.of("ops/alerts/tributary.rules.yaml");
    private static final Path DASHBOARD = Path.of("ops/dashboards/tributary.json");
    private static final Pattern OURS =
            Pattern.compile("\\b(?:tributary_[a-z_]+|hikaricp_[a-z_]+|jvm_[a-z_]+|process_[a-z_]+|disk_[a-z_]+)");

    private Serving serving;
    private String token;
    private String answer;

    @BeforeAll
    void aNightIsIn(@TempDir Path home) {
        Installation installation = Installation.onH2(home).with("tributary.health.every", "1s");
        assertThat(installation.tributary("sync").exitCode()).isZero();
        installation.change("UPDATE sync_run_source SET state = 'FAILED' WHERE source = 'x-mentions'");
        serving = installation.serve();
        token = serving.bean(ApiTokens.class).add("prometheus", Set.of(Role.OPERATOR), null);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> get("/actuator/prometheus").body().contains("tributary_cases_open"));
        answer = get("/actuator/prometheus").body();
    }

    @AfterAll
    void stop() {
        if (serving != null) {
            serving.stopped();
        }
    }

    @Test
    @Order(1)
    void theNumbersAreThoseOfTheNight() {
        assertThat(answer.lines())
                .contains(
                        "tributary_runs{job_name=\"nightly-sync\",state=\"COMPLETED\"} 1.0",
                        "tributary_run_last{job_name=\"nightly-sync\",state=\"COMPLETED\"} 1.0",
                        "tributary_source_records{outcome=\"READ\",source=\"facebook-page\"} 10.0",
                        "tributary_source_failed{source=\"x-mentions\"} 1.0",
                        "tributary_source_failed{source=\"x-search\"} 0.0",
                        "tributary_quarantine_open{source=\"line-inbox\"} 1.0",
                        "tributary_cases_open{reason=\"SHARED_IDENTIFIER\"} 1.0");
        assertThat(answer)
                .containsPattern(
                        "tributary_step_last_duration_seconds\\{job_name=\"nightly-sync\",step=\"stage\"} [0-9.]+");
    }

    @Test
    @Order(2)
    void theNumbersNameNobodyAndAreFew() {
        assertThat(answer).doesNotContain("Anna", "@", "+49");
        assertThat(answer.lines().filter(line -> !line.startsWith("#"))).hasSizeLessThan(400);
    }

    @Test
    @Order(3)
    void promtoolFindsNothingAmiss() throws Exception {
        assertThat(promtool(answer, "check", "metrics")).isEmpty();
        assertThat(promtool("", "check", "rules", "--lint-fatal", RULES.toString()))
                .contains("SUCCESS: 11 rules found");
        assertThat(promtool("", "test", "rules", "ops/alerts/tributary.rules.test.yaml"))
                .contains("SUCCESS");
    }

    @Test
    @Order(4)
    void alertsAndDashboardAskOnlyForWhatThereIs() throws IOException {
        Set<String> there = new TreeSet<>();
        answer.lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> there.add(line.replaceFirst("[{ ].*", "")));
        there.add("tributary_notices"); // of this night there was none to send
        there.add("jvm_gc_pause_seconds_sum"); // a process that has not collected garbage yet has none
        assertThat(named(Files.readString(RULES).replaceAll("(?m)^.*runbook:.*$|(?m)^.*promtool.*$", "")))
                .hasSizeGreaterThan(8)
                .isSubsetOf(there);
        assertThat(asked())
                .hasSizeGreaterThan(15)
                .allSatisfy(expression ->
                        assertThat(named(expression)).as(expression).isSubsetOf(there));
    }

    @Test
    @Order(5)
    void everyAlertNamesARunbookASummaryAndADescription() throws IOException {
        String rules = Files.readString(RULES);
        assertThat(Pattern.compile("(?m)^ +- alert: ").matcher(rules).results().count())
                .isEqualTo(11);
        for (String key : List.of("summary", "description", "runbook", "for", "labels")) {
            assertThat(Pattern.compile("(?m)^ +" + key + ": ")
                            .matcher(rules)
                            .results()
                            .count())
                    .as(key)
                    .isEqualTo(11);
        }
    }

    @Test
    @Order(6)
    void aServerThatIsBeingStoppedIsNotReadyAndAlive() {
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        become(ReadinessState.REFUSING_TRAFFIC);

        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        become(ReadinessState.ACCEPTING_TRAFFIC);
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(7)
    void aServerWithoutItsDatabaseIsNotReadyAndAlive() {
        serving.bean(HikariDataSource.class).close();

        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"DOWN\"}");
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    private void become(ReadinessState state) {
        serving.bean(ApplicationAvailabilityBean.class).onApplicationEvent(new AvailabilityChangeEvent<>(this, state));
    }

    private HttpResponse<String> get(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(serving.at(path));
        return serving.send(path.endsWith("prometheus") ? request.header("Authorization", "Bearer " + token) : request);
    }

    /** The expressions of all panels. */
    private static List<String> asked() throws IOException {
        List<String> expressions = new ArrayList<>();
        for (JsonNode panel :
                JsonMapper.shared().readTree(Files.readString(DASHBOARD)).path("panels")) {
            panel.path("targets")
                    .forEach(target -> expressions.add(target.path("expr").asString()));
        }
        return expressions;
    }

    private static Set<String> named(String text) {
        Set<String> named = new TreeSet<>();
        Matcher name = OURS.matcher(text);
        while (name.find()) {
            named.add(name.group());
        }
        return named;
    }

    /** What Prometheus' own tool says, of Debian's package prometheus. */
    private static String promtool(String input, String... arguments) throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of("/usr/bin/promtool"))) {
            if ("docker".equals(System.getProperty("require"))) {
                fail("promtool is required, and there is none: apt-get install prometheus");
            }
            abort("There is no promtool");
        }
        List<String> command = new ArrayList<>(List.of("/usr/bin/promtool"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }
}
