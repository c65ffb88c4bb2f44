package dev.tributary.extract;

import dev.tributary.definition.SourceDefinition;
import dev.tributary.run.Home;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.stereotype.Repository;

/**
 * Asks a source for one page, or takes its first file, as a run would, but without a database: no cursor is read or moved, nothing
 * is landed, and at the source nothing is deleted.
 */
@ComponentScan(basePackageClasses = Trial.class, excludeFilters = @ComponentScan.Filter(Repository.class))
@ImportAutoConfiguration(CamelAutoConfiguration.class)
public final class Trial {

    static final long NO_RUN = 0;

    private Trial() {}

    /**
     * What came of it.
     *
     * @param pages at most one; empty where the source has nothing, or failed
     */
    public record Tried(ExtractResult result, List<Page> pages) {}

    /** @param origin what the source calls it, whose ending may tell the format */
    public record Page(Path file, String origin) {}

    /**
     * Tries a source.
     *
     * @param scratch where the page is kept; the caller deletes it
     */
    public static Tried of(SourceDefinition source, Home home, Path scratch) {
        TrialLanding landing = new TrialLanding(scratch);
        try (ConfigurableApplicationContext running = started(home, Map.of(), landing)) {
            ExtractResult result = running.getBean(Extractor.class).extract(SourceRun.ofOnePage(source, NO_RUN));
            return new Tried(result, landing.pages());
        }
    }

    /**
     * The routes alone, to be closed by the caller.
     *
     * @param settings go before the environment's
     */
    static ConfigurableApplicationContext started(Home home, Map<String, Object> settings, TrialLanding landing) {
        SpringApplication application = new SpringApplication(Trial.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.getEnvironment().getPropertySources().addFirst(new MapPropertySource("settings", settings));
            beans.registerBean(Home.class, () -> home);
            beans.registerBean(TrialLanding.class, () -> landing);
        });
        return application.run();
    }
}
