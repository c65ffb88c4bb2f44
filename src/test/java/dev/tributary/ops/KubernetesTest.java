package dev.tributary.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.cli.CommandFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a cluster is told about Tributary: locked up, watched, bounded, and with nothing that there is not. */
class KubernetesTest {

    private static final Path FOLDER = Path.of("ops/kubernetes");

    private final List<JsonNode> objects = new ArrayList<>();

    @BeforeEach
    void read() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                for (Object document : new Yaml().loadAll(Files.readString(file))) {
                    objects.add(JsonMapper.shared().valueToTree(document));
                }
            }
        }
    }

    @Test
    void namesEachFileThatThereIs() throws IOException {
        String kustomization = Files.readString(FOLDER.resolve("kustomization.yaml"));
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(it -> it.getFileName().toString()))
                    .filteredOn(it -> !it.equals("kustomization.yaml") && !it.equals("secret.example.yaml"))
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(kustomization).contains("- " + it));
        }
        assertThat(objects).allSatisfy(it -> {
            assertThat(it.path("apiVersion").asString("")).isNotEmpty();
            assertThat(it.path("kind").asString("")).isNotEmpty();
        });
    }

    @Test
    void everyPodIsLockedUp() {
        assertThat(pods()).hasSize(2).allSatisfy(pod -> {
            JsonNode security = pod.path("securityContext");
            assertThat(security.path("runAsNonRoot").asBoolean()).isTrue();
            assertThat(security.path("runAsUser").asInt()).isEqualTo(10_001);
            assertThat(security.at("/seccompProfile/type").asString()).isEqualTo("RuntimeDefault");
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isEqualTo(40);
        });
        assertThat(containers()).hasSize(3).allSatisfy(container -> {
            JsonNode security = container.path("securityContext");
            assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(security.at("/capabilities/drop/0").asString()).isEqualTo("ALL");
            assertThat(container.at("/resources/limits/memory").asString()).isEqualTo("2Gi");
            assertThat(container.at("/resources/requests/cpu").asString()).isNotEmpty();
            assertThat(container.path("volumeMounts").findValuesAsString("mountPath"))
                    .contains("/var/lib/tributary", "/tmp", "/run/secrets/tributary");
        });
    }

    @Test
    void twoNodesServeAndAreWatched() {
        JsonNode deployment = only("Deployment");
        assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(2);
        JsonNode server = deployment.at("/spec/template/spec/containers/0");
        assertThat(server.at("/livenessProbe/httpGet/path").asString()).isEqualTo("/actuator/health/liveness");
        assertThat(server.at("/readinessProbe/httpGet/path").asString()).isEqualTo("/actuator/health/readiness");
        JsonNode labels = deployment.at("/spec/template/metadata/labels");
        assertThat(only("Service").at("/spec/selector")).isEqualTo(labels);
        assertThat(only("PodDisruptionBudget").at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(only("PodDisruptionBudget").at("/spec/minAvailable").asInt()).isEqualTo(1);
    }

    @Test
    void oneNightRunsAtATime() {
        JsonNode night = only("CronJob").path("spec");
        assertThat(night.path("concurrencyPolicy").asString()).isEqualTo("Forbid");
        assertThat(night.path("timeZone").asString()).isEqualTo("Etc/UTC");
        assertThat(night.at("/jobTemplate/spec/podFailurePolicy/rules/0/onExitCodes/values")
                        .toString())
                .isEqualTo("[2,3,4]");
    }

    @Test
    void everyCommandIsOneThatTributaryKnows() {
        assertThat(containers()).allSatisfy(container -> {
            String[] arguments =
                    container.path("args").valueStream().map(JsonNode::asString).toArray(String[]::new);
            assertThat(CommandFactory.commandLine((home, definitions, settings) -> {
                                throw new AssertionError("nothing is to be started");
                            })
                            .parseArgs(arguments)
                            .subcommand())
                    .isNotNull();
        });
    }

    @Test
    void everySettingIsInTheExample() throws IOException {
        List<String> shown = Settings.shown();
        assertThat(only("ConfigMap").path("data").propertyNames()).isNotEmpty().allMatch(shown::contains);
        assertThat(containers().stream().flatMap(it -> it.path("env").findValuesAsString("name").stream()))
                .isNotEmpty()
                .allMatch(shown::contains);
        assertThat(all("Secret").stream().flatMap(it -> it.path("stringData").propertyNames().stream()))
                .containsOnly("spring.datasource.password");
    }

    private List<JsonNode> pods() {
        return List.of(
                only("Deployment").at("/spec/template/spec"),
                only("CronJob").at("/spec/jobTemplate/spec/template/spec"));
    }

    private List<JsonNode> containers() {
        return pods().stream()
                .flatMap(pod -> Stream.of("initContainers", "containers").map(pod::path))
                .flatMap(JsonNode::valueStream)
                .toList();
    }

    private JsonNode only(String kind) {
        assertThat(all(kind)).as(kind).hasSize(1);
        return all(kind).get(0);
    }

    private List<JsonNode> all(String kind) {
        return objects.stream()
                .filter(it -> it.path("kind").asString("").equals(kind))
                .toList();
    }
}
