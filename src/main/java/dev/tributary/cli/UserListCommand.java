package dev.tributary.cli;

import dev.tributary.access.Role;
import dev.tributary.access.User;
import dev.tributary.access.Users;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "Shows those who may sign in with a password, and what they are.")
final class UserListCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    UserListCommand(Session session) {
        this.session = session;
    }

    private record Line(String name, Set<Role> roles, boolean disabled) {

        static Line of(User user) {
            return new Line(user.name(), user.sorted(), user.disabled());
        }

        String text() {
            return String.format("%-24s %s%s", name, roles, disabled ? " (disabled)" : "");
        }
    }

    private record Listed(List<Line> users) {}

    @Override
    public Integer call() {
        return session.with(application -> {
            List<Line> users = application.getBean(Users.class).all().stream()
                    .map(Line::of)
                    .toList();
            if (session.isJson()) {
                Answer.json(spec, new Listed(users));
            } else {
                Answer.print(
                        spec,
                        users.isEmpty()
                                ? "Nobody yet; the first 'tributary serve' makes one, or 'tributary user add'."
                                : users.stream().map(Line::text).collect(Collectors.joining(System.lineSeparator())));
            }
            return ExitCode.COMPLETED;
        });
    }
}
