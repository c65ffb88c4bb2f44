package dev.tributary.cli;

import dev.tributary.definition.Definitions;
import dev.tributary.run.Home;
import dev.tributary.store.RealDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** What the options before a command say, and the application that they ask for. */
final class Session {

    private final Launcher launcher;
    private Home home = new Home(Path.of("var"));
    private boolean json;
    private boolean logsAsJson;

    Session(Launcher launcher) {
        this.launcher = launcher;
    }

    void home(Path folder) {
        home = new Home(folder);
    }

    void json(boolean wanted) {
        json = wanted;
    }

    void logAsJson(boolean wanted) {
        logsAsJson = wanted;
    }

    Home home() {
        return home;
    }

    boolean isJson() {
        return json;
    }

    /** Go before the environment's, for what does without the application. */
    Map<String, Object> settings() {
        return launcher.settings();
    }

    /** @throws dev.tributary.definition.InvalidDefinitions where anything about the definitions is wrong */
    Definitions definitions() {
        return Definitions.load(home.path());
    }

    /** Checks the definitions, starts the application, works with it and ends it. */
    int with(ToIntFunction<ApplicationContext> work) {
        return with(Map.of(), work::applyAsInt);
    }

    /**
     * The same, but the application works on a database and in a folder of its own, which are gone afterwards: no row and no file of
     * the home changes.
     */
    int rehearsing(ToIntFunction<ApplicationContext> work) {
        Definitions definitions = definitions().leavingFiles();
        try {
            Path scratch = Files.createTempDirectory("tributary-rehearsal-");
            try {
                Home rehearsal = new Home(BundledSamples.areMissing(home) ? scratch : home.path(), scratch);
                BundledSamples.unpack(rehearsal);
                Map<String, Object> settings = Map.of(RealDatabase.REHEARSAL, scratch.toString());
                try (ConfigurableApplicationContext application = start(rehearsal, definitions, settings)) {
                    return work.applyAsInt(application);
                }
            } finally {
                FileSystemUtils.deleteRecursively(scratch);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * The same with settings of the command's own.
     *
     * @param settings go before the environment's
     */
    int with(Map<String, Object> settings, ToIntFunction<ConfigurableApplicationContext> work) {
        Definitions definitions = definitions();
        BundledSamples.unpack(home);
        try (ConfigurableApplicationContext application = start(home, definitions, settings)) {
            return work.applyAsInt(application);
        }
    }

    private ConfigurableApplicationContext start(Home at, Definitions definitions, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        if (logsAsJson) {
            all.put("logging.config", "classpath:logback-json.xml");
        }
        return launcher.start(at, definitions, all);
    }
}
