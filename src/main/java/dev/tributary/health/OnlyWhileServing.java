package dev.tributary.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Leaves out what Spring Boot brings for metrics and health where nobody can ask for them: all commands but {@code serve}. */
final class OnlyWhileServing implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final List<String> FOR_THOSE_WHO_ASK = List.of(
            "org.springframework.boot.actuate.",
            "org.springframework.boot.health.",
            "org.springframework.boot.micrometer.");

    private boolean serving;

    @Override
    public void setEnvironment(Environment environment) {
        serving = "servlet".equalsIgnoreCase(environment.getProperty("spring.main.web-application-type"));
    }

    @Override
    public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[configurations.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = isWanted(configurations[i]);
        }
        return wanted;
    }

    private boolean isWanted(@Nullable String configuration) {
        return serving || configuration == null || FOR_THOSE_WHO_ASK.stream().noneMatch(configuration::startsWith);
    }
}
