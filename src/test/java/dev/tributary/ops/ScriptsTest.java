package dev.tributary.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Scripts and settings of {@code ops/} are right by those who know best. */
class ScriptsTest {

    @Test
    void everyScriptPassesShellcheck() throws IOException {
        List<String> scripts;
        try (Stream<Path> files = Files.walk(Path.of("ops"))) {
            scripts = files.filter(ScriptsTest::isScript).map(Path::toString).toList();
        }
        assertThat(scripts).contains("ops/bin/install", "ops/bin/tributary", "ops/mysql/prepare", "ops/bench/run");
        assertThat(scripts).allMatch(script -> Files.isExecutable(Path.of(script)));
        assertThat(Tool.named("shellcheck").run(scripts).well()).isEmpty();
    }

    @Test
    void prometheusUnderstandsItsSettings() {
        Tool.named("promtool")
                .run("check", "config", "--syntax-only", "ops/prometheus/prometheus.yaml")
                .well();
    }

    @Test
    void grafanaIsToldWhereTheDashboardAndTheNumbersAre() throws IOException {
        String source = Files.readString(Path.of("ops/grafana/datasources.yaml"));
        assertThat(new Yaml().<Object>load(source).toString()).contains("uid=prometheus", "url=http://prometheus:9090");
        assertThat(Files.readString(Path.of("ops/compose.yaml"))).contains("./dashboards:/var/lib/grafana/dashboards");
        assertThat(Files.readString(Path.of("ops/grafana/dashboards.yaml")))
                .contains("path: /var/lib/grafana/dashboards");
    }

    private static boolean isScript(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.size(file) < 100_000
                    && Files.readString(file).startsWith("#!/bin/sh");
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
