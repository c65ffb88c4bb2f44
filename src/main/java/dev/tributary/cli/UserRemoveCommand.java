package dev.tributary.cli;

import dev.tributary.access.Users;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "remove", description = "Takes a user out; whoever is signed in by that name is signed out.")
final class UserRemoveCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "As 'tributary user list' shows it.")
    private String name;

    @SuppressWarnings("NullAway.Init")
    UserRemoveCommand(Session session) {
        this.session = session;
    }

    private record Removed(String name) {}

    @Override
    public Integer call() {
        return session.with(application -> {
            application.getBean(Users.class).remove(name);
            Trail.access(application, "user remove " + name);
            if (session.isJson()) {
                Answer.json(spec, new Removed(name));
            } else {
                Answer.print(spec, "User " + name + " is gone. What they decided stays.");
            }
            return ExitCode.COMPLETED;
        });
    }
}
