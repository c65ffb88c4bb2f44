package dev.tributary;

import dev.tributary.cli.CommandFactory;
import dev.tributary.cli.Launcher;
import dev.tributary.definition.Definitions;
import dev.tributary.run.Home;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands as a user gives them, in this process: each on a home folder, each starting the application anew. */
public final class CommandLineRun {

    /** What a command ended with. */
    public record Ended(int exitCode, String out, String err) {

        public JsonNode json() {
            return JsonMapper.builder().build().readTree(out);
        }
    }

    private final Path home;
    private final Map<String, Object> settings = new LinkedHashMap<>();

    private CommandLineRun(Path home) {
        this.home = home;
    }

    public static CommandLineRun in(Path home) {
        return new CommandLineRun(home);
    }

    /** As a user sets it in the environment or on the command line. */
    public CommandLineRun with(String property, Object value) {
        settings.put(property, value);
        return this;
    }

    private Map<String, Object> all(Map<String, Object> ofTheCommand) {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.putAll(ofTheCommand);
        return all;
    }

    public Ended tributary(String... arguments) {
        return tributary(application -> {}, arguments);
    }

    /** @param started is given the application when it has started */
    Ended tributary(Consumer<ConfigurableApplicationContext> started, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = CommandFactory.commandLine(new Launcher() {
                    @Override
                    public ConfigurableApplicationContext start(
                            Home folder, Definitions definitions, Map<String, Object> more) {
                        ConfigurableApplicationContext application = Tributary.start(folder, definitions, all(more));
                        started.accept(application);
                        return application;
                    }

                    @Override
                    public Map<String, Object> settings() {
                        return all(Map.of());
                    }
                })
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        List<String> line = new ArrayList<>(List.of("--home", home.toString()));
        line.addAll(List.of(arguments));
        int exitCode = commandLine.execute(line.toArray(String[]::new));
        return new Ended(exitCode, out.toString(), err.toString());
    }
}
