package dev.tributary.ops;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which settings there are: those of {@code example.env}, and those that the program reads. */
final class Settings {

    static final Path EXAMPLE = Path.of("ops/env/example.env");
    private static final List<JsonNode> SPRING = metadata();
    private static final Pattern VARIABLE = Pattern.compile("#?([A-Z][A-Z0-9_]*)=.*");

    private Settings() {}

    /** The variables of the example, set or commented out. */
    static List<String> shown() throws IOException {
        return Files.readAllLines(EXAMPLE).stream()
                .map(VARIABLE::matcher)
                .filter(Matcher::matches)
                .map(it -> it.group(1))
                .toList();
    }

    /** The settings of Tributary's own, as the environment calls them. */
    static Set<String> own() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Stream<String> declared = scan.findCandidateComponents("dev.tributary").stream()
                .flatMap(bean -> components(type(String.valueOf(bean.getBeanClassName()))));
        return Stream.concat(declared, defaults()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of ours that {@code application.yaml} gives a value. */
    private static Stream<String> defaults() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        return Objects.requireNonNull(yaml.getObject()).stringPropertyNames().stream()
                .filter(name -> name.startsWith("tributary."))
                .map(name -> name.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_'));
    }

    /** Whether Spring Boot or a library knows a setting of that name, or a table of settings that it lies in. */
    static boolean isKnownToSpring(String variable) {
        String plain = plain(variable);
        return SPRING.stream()
                .anyMatch(it -> plain.equals(plain(it.path("name").asString("")))
                        || (it.path("type").asString("").startsWith("java.util.Map")
                                && plain.startsWith(plain(it.path("name").asString("")))));
    }

    private static Stream<String> components(Class<?> settings) {
        String prefix = settings.getAnnotation(ConfigurationProperties.class).value();
        return Arrays.stream(settings.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> prefix.toUpperCase(Locale.ROOT).replace('.', '_') + "_" + name.toUpperCase(Locale.ROOT));
    }

    private static List<JsonNode> metadata() {
        try {
            return Collections.list(
                            Settings.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))
                    .stream()
                    .map(Settings::read)
                    .flatMap(it -> it.path("properties").valueStream())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static JsonNode read(URL file) {
        try (InputStream in = file.openStream()) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException scanned) {
            throw new AssertionError(scanned);
        }
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-._]", "");
    }
}
