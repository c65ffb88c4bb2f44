package dev.tributary.cli;

import dev.tributary.access.Role;
import dev.tributary.access.Users;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "add",
        description = {
            "Lets somebody sign in to 'tributary serve'. The password is random and shown this once, unless --ask is given."
        })
final class UserAddCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "What they type to sign in, and what the audit trail calls them.")
    private String name;

    @Option(
            names = "--role",
            required = true,
            split = ",",
            paramLabel = "ROLE",
            description = "What they are, separated by commas: ${COMPLETION-CANDIDATES}.")
    private Set<Role> roles;

    @Mixin
    private AskedPassword password;

    @SuppressWarnings("NullAway.Init")
    UserAddCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(application -> {
            Users.Given given = application.getBean(Users.class).add(name, roles, password.get());
            Trail.access(application, "user add " + name + " " + new TreeSet<>(roles));
            PasswordText.print(session, spec, given, "User " + name + " may sign in as " + new TreeSet<>(roles));
            return ExitCode.COMPLETED;
        });
    }
}
