package dev.tributary.cli;

import dev.tributary.access.Users;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "password",
        description = "Gives a user a new password; whoever is signed in by that name is signed out.")
final class UserPasswordCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "As 'tributary user list' shows it.")
    private String name;

    @Mixin
    private AskedPassword password;

    @SuppressWarnings("NullAway.Init")
    UserPasswordCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(application -> {
            Users.Given given = application.getBean(Users.class).password(name, password.get());
            Trail.access(application, "user password " + name);
            PasswordText.print(session, spec, given, "User " + name + " has a new password");
            return ExitCode.COMPLETED;
        });
    }
}
