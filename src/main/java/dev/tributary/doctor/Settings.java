package dev.tributary.doctor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The settings as the application would read them: the environment, config trees, and the defaults of the program. */
final class Settings implements Look {

    private final Patient patient;
    private volatile @Nullable Environment environment;

    Settings(Patient patient) {
        this.patient = patient;
    }

    /** An application of nothing. */
    static final class Nothing {}

    @Override
    public List<Finding> look() {
        try {
            environment = started();
            return List.of(Finding.good("read"));
        } catch (RuntimeException wrong) {
            return List.of(
                    Finding.fail(
                            "the settings cannot be read (" + wrong.getClass().getSimpleName() + ")",
                            "See whether what SPRING_CONFIG_IMPORT and SPRING_CONFIG_LOCATION name is there, and is YAML or a config tree."));
        }
    }

    private Environment started() {
        StandardEnvironment ours = new StandardEnvironment();
        ours.getPropertySources().addFirst(new MapPropertySource("settings", patient.settings()));
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(
                Map.of("tributary.home", patient.home().path().toString()));
        application.setEnvironment(ours);
        try (ConfigurableApplicationContext running = application.run()) {
            return running.getEnvironment();
        }
    }

    /** What was read; empty where it could not be. */
    Optional<Environment> read() {
        return Optional.ofNullable(environment);
    }
}
