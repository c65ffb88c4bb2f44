package dev.tributary.cli;

import dev.tributary.definition.Definitions;
import dev.tributary.run.Home;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application that the commands work with; those that need none are quick. */
@FunctionalInterface
public interface Launcher {

    /**
     * The running application, to be closed by the caller.
     *
     * @param settings go before the environment's
     */
    ConfigurableApplicationContext start(Home home, Definitions definitions, Map<String, Object> settings);

    /** What a command that does without the application puts before the environment's settings. */
    default Map<String, Object> settings() {
        return Map.of();
    }
}
