package dev.tributary.cli;

import dev.tributary.access.ApiTokens;
import dev.tributary.access.Role;
import java.time.Period;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "add",
        description = {
            "Makes a token by which a program may ask /api; it is shown this once. The program sends it as",
            "'Authorization: Bearer TOKEN'. A client may have several, so that one can take the place of another."
        })
final class TokenAddCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CLIENT", description = "The program, such as crm; the audit trail calls it api:CLIENT.")
    private String client;

    @Option(
            names = "--role",
            required = true,
            split = ",",
            paramLabel = "ROLE",
            description = "What it may do, separated by commas: ${COMPLETION-CANDIDATES}.")
    private Set<Role> roles;

    @Option(
            names = "--expires",
            paramLabel = "PERIOD",
            description = "How long it is good for, such as P90D; for ever unless it is given.")
    private @Nullable Period expires;

    @SuppressWarnings("NullAway.Init")
    TokenAddCommand(Session session) {
        this.session = session;
    }

    private record Added(String client, Set<Role> roles, String token) {}

    @Override
    public Integer call() {
        return session.with(application -> {
            Set<Role> sorted = new TreeSet<>(roles);
            String token = application.getBean(ApiTokens.class).add(client, roles, expires);
            Trail.access(application, "token add " + client + " " + sorted);
            if (session.isJson()) {
                Answer.json(spec, new Added(client, sorted, token));
            } else {
                Answer.print(spec, client + " may ask /api as " + sorted + ". Token, shown this once: " + token);
            }
            return ExitCode.COMPLETED;
        });
    }
}
