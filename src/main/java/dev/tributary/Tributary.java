package dev.tributary;

import dev.tributary.cli.CommandFactory;
import dev.tributary.definition.Definitions;
import dev.tributary.run.Home;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine;

/** Brings the history of social conversations into the CRM. */
@SpringBootApplication
public class Tributary {

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /**
     * Executes one command, without ending the process; answers go to standard output, logs to standard error. Standard output
     * is the command's alone: what a library prints there, such as the payload that a mapping fails on, goes nowhere.
     */
    static int run(String... arguments) {
        PrintStream standardOutput = System.out;
        CommandLine commands = CommandFactory.commandLine(Tributary::start);
        commands.setOut(commands.getOut()); // made of the real one, for all commands
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        try {
            return commands.execute(arguments);
        } finally {
            System.setOut(standardOutput);
        }
    }

    /**
     * Starts the application on a home folder whose definitions were found right.
     *
     * @param settings go before the environment's
     */
    static ConfigurableApplicationContext start(Home home, Definitions definitions, Map<String, Object> settings) {
        SpringApplication application = new SpringApplication(Tributary.class);
        application.setDefaultProperties(Map.of("tributary.home", home.path().toString()));
        application.setEnvironment(environment(settings));
        application.setRegisterShutdownHook(true);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Home.class, () -> home);
            beans.registerBean(Definitions.class, () -> definitions);
        });
        return application.run();
    }

    private static ConfigurableEnvironment environment(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
        return environment;
    }
}
